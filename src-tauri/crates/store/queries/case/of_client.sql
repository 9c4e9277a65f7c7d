SELECT f.*, c.name AS client_name
FROM case_file f
JOIN client c ON c.id = f.client_id
WHERE f.client_id = ?1
ORDER BY f.seq DESC
