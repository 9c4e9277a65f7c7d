SELECT id, facts, version, created_at, updated_at, archived_at FROM client WHERE id = ?1
