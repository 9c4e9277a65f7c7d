SELECT d.id, d.version, d.client_id, c.name AS client_name, d.job_id, d.title, d.currency, d.total_minor, d.updated_at
FROM draft d
LEFT JOIN client c ON c.id = d.client_id
ORDER BY d.updated_at DESC, d.seq DESC
LIMIT ?1 OFFSET ?2
