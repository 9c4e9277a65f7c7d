-- ?1: 1 for those put away, 0 for those in use. The order is one of those that `job::list` knows.
SELECT j.id, j.facts, j.version, j.created_at, j.updated_at, j.archived_at, c.name AS client_name
FROM job j
JOIN client c ON c.id = j.client_id
WHERE (j.archived_at IS NOT NULL) = ?1
ORDER BY j.event_on DESC, j.seq DESC
LIMIT ?2 OFFSET ?3
