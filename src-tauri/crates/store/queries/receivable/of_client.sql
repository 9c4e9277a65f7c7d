SELECT r.*, i.kind, i.number, i.issued_on, c.name AS client_name, s.paid_minor, s.open_minor,
    (
        SELECT l.case_id FROM case_receivable l JOIN case_file f ON f.id = l.case_id
        WHERE l.receivable_id = r.id ORDER BY f.seq DESC LIMIT 1
    ) AS case_id
FROM receivable r
JOIN receivable_state s ON s.receivable_id = r.id
JOIN invoice i ON i.id = r.invoice_id
JOIN client c ON c.id = r.client_id
WHERE r.client_id = ?1
ORDER BY r.due_on, r.seq
