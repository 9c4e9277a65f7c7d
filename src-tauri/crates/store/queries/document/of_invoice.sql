SELECT d.*, c.name AS client_name
FROM document d
LEFT JOIN client c ON c.id = d.client_id
WHERE d.invoice_id = ?1
ORDER BY d.seq DESC
