INSERT INTO payment (id, facts, recorded_at) VALUES (?1, ?2, ?3)
