-- What stands on a receivable, per payment that was not reversed.
SELECT a.payment_id, p.received_on, p.currency, sum(a.amount_minor) AS amount_minor
FROM allocation a
JOIN payment p ON p.id = a.payment_id
WHERE a.receivable_id = ?1
    AND NOT EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = a.payment_id)
GROUP BY a.payment_id
HAVING sum(a.amount_minor) <> 0
ORDER BY p.received_on, p.seq
