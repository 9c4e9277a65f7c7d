INSERT INTO dunning_policy (facts, created_at) VALUES (?1, ?2) RETURNING key
