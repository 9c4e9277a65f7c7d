SELECT d.*, c.name AS client_name
FROM document_receivable l
JOIN document d ON d.id = l.document_id
LEFT JOIN client c ON c.id = d.client_id
WHERE l.receivable_id = ?1
ORDER BY d.seq DESC
