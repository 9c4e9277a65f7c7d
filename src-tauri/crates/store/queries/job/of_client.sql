SELECT id, facts, version, created_at, updated_at, archived_at FROM job WHERE client_id = ?1 ORDER BY seq DESC
