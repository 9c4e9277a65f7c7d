-- What a client paid and is not set against anything, per currency.
SELECT p.currency, sum(
    p.amount_minor - (SELECT COALESCE(sum(a.amount_minor), 0) FROM allocation a WHERE a.payment_id = p.id)
) AS credit_minor
FROM payment p
WHERE p.client_id = ?1 AND NOT EXISTS (SELECT 1 FROM payment_reversal v WHERE v.payment_id = p.id)
GROUP BY p.currency
ORDER BY p.currency
