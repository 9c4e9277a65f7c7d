SELECT p.id, p.facts, p.recorded_at, v.reversed_on, v.reason, v.at AS reversed_at, c.name AS client_name
FROM payment p
JOIN client c ON c.id = p.client_id
LEFT JOIN payment_reversal v ON v.payment_id = p.id
WHERE p.client_id = ?1
ORDER BY p.received_on DESC, p.seq DESC
