SELECT d.*, c.name AS client_name
FROM document d
LEFT JOIN client c ON c.id = d.client_id
ORDER BY d.seq DESC
LIMIT ?1 OFFSET ?2
