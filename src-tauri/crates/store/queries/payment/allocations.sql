-- What stands of a payment, per receivable.
SELECT a.receivable_id, r.invoice_id, i.number, sum(a.amount_minor) AS amount_minor
FROM allocation a
JOIN receivable r ON r.id = a.receivable_id
JOIN invoice i ON i.id = r.invoice_id
WHERE a.payment_id = ?1
GROUP BY a.receivable_id
HAVING sum(a.amount_minor) <> 0
ORDER BY min(a.seq)
