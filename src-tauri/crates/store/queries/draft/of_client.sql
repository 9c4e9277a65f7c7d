SELECT d.id, d.version, d.client_id, c.name AS client_name, d.job_id, d.title, d.currency, d.total_minor, d.updated_at
FROM draft d
JOIN client c ON c.id = d.client_id
WHERE d.client_id = ?1
ORDER BY d.seq DESC
