-- The order is one of those that `invoice::list` knows.
SELECT i.id, i.kind, i.number, i.client_id, c.name AS client_name, i.job_id, i.title, i.issued_on, i.due_on,
    i.currency, i.total_minor, i.document_id, i.file_id,
    (SELECT COALESCE(sum(s.open_minor), 0) FROM receivable_state s WHERE s.invoice_id = i.id) AS open_minor,
    (SELECT min(s.due_on) FROM receivable_state s WHERE s.invoice_id = i.id AND s.open_minor > 0) AS open_due_on
FROM invoice i INDEXED BY invoice_recorded
JOIN client c ON c.id = i.client_id
WHERE i.kind = 'recorded'
ORDER BY i.issued_on DESC, i.seq DESC
LIMIT ?1 OFFSET ?2
