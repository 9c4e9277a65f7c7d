-- One row per payment and invoice it was set against; a payment set against nothing has one row without an invoice.
SELECT p.id, p.facts, c.name AS client_name, v.reversed_on, v.reason, i.number, sum(a.amount_minor) AS amount_minor
FROM payment p
JOIN client c ON c.id = p.client_id
LEFT JOIN payment_reversal v ON v.payment_id = p.id
LEFT JOIN allocation a ON a.payment_id = p.id
LEFT JOIN receivable r ON r.id = a.receivable_id
LEFT JOIN invoice i ON i.id = r.invoice_id
GROUP BY p.seq, i.seq
ORDER BY p.received_on, p.seq, i.seq
