-- Each receivable with what its allocations add up to as `paid`, and what the projection says.
SELECT r.*, i.kind, i.number, i.issued_on, s.paid_minor AS stored_paid_minor, s.open_minor AS stored_open_minor,
    NULL AS case_id,
    (
        SELECT COALESCE(sum(a.amount_minor), 0) FROM allocation a
        WHERE a.receivable_id = r.id
            AND NOT EXISTS (SELECT 1 FROM payment_reversal p WHERE p.payment_id = a.payment_id)
    ) AS paid_minor,
    s.due_on IS r.due_on AND s.client_id IS r.client_id
        AND s.invoice_id IS r.invoice_id AND s.currency IS r.currency AS same_facts
FROM receivable r
JOIN invoice i ON i.id = r.invoice_id
LEFT JOIN receivable_state s ON s.receivable_id = r.id
ORDER BY r.seq
