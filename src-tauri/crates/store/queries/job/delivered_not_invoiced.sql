-- ?1: today. Jobs in use that were delivered and that no invoice and no draft names.
SELECT j.id, j.facts, j.version, j.created_at, j.updated_at, j.archived_at, c.name AS client_name
FROM job j
JOIN client c ON c.id = j.client_id
WHERE j.archived_at IS NULL
    AND j.delivered_on <= ?1
    AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.job_id = j.id)
    AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.job_id = j.id)
ORDER BY j.delivered_on, j.seq
