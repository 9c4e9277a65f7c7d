SELECT r.*, i.kind, i.number, i.issued_on, c.name AS client_name, s.paid_minor, s.open_minor,
    (
        SELECT l.case_id FROM case_receivable l JOIN case_file f ON f.id = l.case_id
        WHERE l.receivable_id = r.id ORDER BY f.seq DESC LIMIT 1
    ) AS case_id
FROM receivable_state s
JOIN receivable r ON r.id = s.receivable_id
JOIN invoice i ON i.id = r.invoice_id
JOIN client c ON c.id = r.client_id
WHERE s.client_id = ?1 AND s.open_minor > 0
ORDER BY s.due_on, r.seq
