SELECT id, name FROM client WHERE archived_at IS NULL ORDER BY name_key, seq
