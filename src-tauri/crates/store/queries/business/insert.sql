INSERT INTO business (id, facts, created_at, updated_at) VALUES (1, ?1, ?2, ?2)
