SELECT id, facts, version, created_at, updated_at, archived_at
FROM price_item
WHERE (archived_at IS NOT NULL) = ?1
ORDER BY name_key, seq
