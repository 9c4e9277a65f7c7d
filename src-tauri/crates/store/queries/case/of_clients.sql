-- ?1: JSON list of client ids.
SELECT f.*, c.name AS client_name
FROM case_file f
JOIN client c ON c.id = f.client_id
WHERE f.client_id IN (SELECT value FROM json_each(?1))
ORDER BY f.client_id, f.seq DESC
