-- ?1 and ?2: the first and the last day.
SELECT j.id, j.facts, j.version, j.created_at, j.updated_at, j.archived_at, c.name AS client_name
FROM job j
JOIN client c ON c.id = j.client_id
WHERE j.archived_at IS NULL AND j.event_on BETWEEN ?1 AND ?2
ORDER BY j.event_on, j.seq
