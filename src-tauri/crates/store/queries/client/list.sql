-- ?1: 1 for those put away, 0 for those in use.
SELECT id, facts, version, created_at, updated_at, archived_at
FROM client
WHERE (archived_at IS NOT NULL) = ?1
ORDER BY name_key, seq
LIMIT ?2 OFFSET ?3
