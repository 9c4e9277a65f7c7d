SELECT r.*, i.kind, i.number, i.issued_on, c.name AS client_name, s.paid_minor, s.open_minor, l.case_id
FROM case_receivable l
JOIN receivable r ON r.id = l.receivable_id
JOIN receivable_state s ON s.receivable_id = r.id
JOIN invoice i ON i.id = r.invoice_id
JOIN client c ON c.id = r.client_id
WHERE l.case_id = ?1
ORDER BY r.due_on, r.seq
