SELECT i.id, i.kind, i.number, c.name AS client_name, i.title, i.issued_on, i.due_on, i.currency, i.total_minor,
    (SELECT COALESCE(sum(s.paid_minor), 0) FROM receivable_state s WHERE s.invoice_id = i.id) AS paid_minor,
    (SELECT COALESCE(sum(s.open_minor), 0) FROM receivable_state s WHERE s.invoice_id = i.id) AS open_minor,
    f.facts
FROM invoice i
JOIN client c ON c.id = i.client_id
JOIN invoice_facts f ON f.invoice_id = i.id
ORDER BY i.issued_on, i.seq
