SELECT COALESCE(sum(a.amount_minor), 0)
FROM allocation a
WHERE a.receivable_id = ?1
    AND NOT EXISTS (SELECT 1 FROM payment_reversal r WHERE r.payment_id = a.payment_id)
