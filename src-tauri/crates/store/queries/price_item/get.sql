SELECT id, facts, version, created_at, updated_at, archived_at FROM price_item WHERE id = ?1
