INSERT INTO dunning_policy (version, facts, created_at) VALUES (?1, ?2, ?3)
