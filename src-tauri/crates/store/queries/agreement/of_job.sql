SELECT id, job_id, file_id, facts, version, created_at, updated_at, NULL AS archived_at
FROM agreement
WHERE job_id = ?1
ORDER BY seq
