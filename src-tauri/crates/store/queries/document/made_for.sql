SELECT d.*, c.name AS client_name
FROM document d
LEFT JOIN client c ON c.id = d.client_id
WHERE d.client_id = ?1 AND d.kind = ?2 AND d.facts_sha256 = ?3
ORDER BY d.seq DESC
LIMIT 1
