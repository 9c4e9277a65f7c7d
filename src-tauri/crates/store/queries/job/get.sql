SELECT id, facts, version, created_at, updated_at, archived_at FROM job WHERE id = ?1
