-- ?1: an expression of the search index, NULL for all; ?2: a client's id, NULL for all. Jobs in use.
SELECT j.id, j.facts, j.version, j.created_at, j.updated_at, j.archived_at, c.name AS client_name
FROM job j
JOIN client c ON c.id = j.client_id
WHERE j.archived_at IS NULL AND (?2 IS NULL OR j.client_id = ?2) AND (?1 IS NULL OR j.id IN (
    SELECT r.ref FROM search JOIN search_row r ON r.id = search.rowid WHERE search MATCH ?1 AND r.kind = 'job'
))
ORDER BY j.event_on DESC, j.seq DESC
LIMIT ?3 OFFSET ?4
