INSERT INTO draft (id, facts, title, total_minor, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
