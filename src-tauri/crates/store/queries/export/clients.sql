SELECT id, facts, version, created_at, updated_at, archived_at FROM client ORDER BY seq
