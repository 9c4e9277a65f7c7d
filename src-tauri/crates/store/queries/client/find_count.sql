SELECT count(*)
FROM client
WHERE archived_at IS NULL AND id IN (
    SELECT r.ref FROM search JOIN search_row r ON r.id = search.rowid WHERE search MATCH ?1 AND r.kind = 'client'
)
