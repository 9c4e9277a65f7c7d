SELECT f.*, c.name AS client_name
FROM case_file f
JOIN client c ON c.id = f.client_id
WHERE f.client_id = ?1 AND f.currency = ?2 AND f.closed_on IS NULL
