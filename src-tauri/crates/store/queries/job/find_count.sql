SELECT count(*)
FROM job j INDEXED BY job_by_event
WHERE j.archived_at IS NULL AND (?2 IS NULL OR j.client_id = ?2) AND (?1 IS NULL OR j.id IN (
    SELECT r.ref FROM search JOIN search_row r ON r.id = search.rowid WHERE search MATCH ?1 AND r.kind = 'job'
))
