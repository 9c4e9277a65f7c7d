SELECT d.*, c.name AS client_name
FROM document d
JOIN client c ON c.id = d.client_id
WHERE d.client_id = ?1
ORDER BY d.seq DESC
