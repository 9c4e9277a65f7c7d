-- ?1: an expression of the search index. Clients in use.
SELECT id, facts, version, created_at, updated_at, archived_at
FROM client
WHERE archived_at IS NULL AND id IN (
    SELECT r.ref FROM search JOIN search_row r ON r.id = search.rowid WHERE search MATCH ?1 AND r.kind = 'client'
)
ORDER BY name_key, seq
LIMIT ?2 OFFSET ?3
