SELECT id, facts, version, created_at, updated_at, NULL AS archived_at FROM draft WHERE id = ?1
