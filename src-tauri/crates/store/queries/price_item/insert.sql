INSERT INTO price_item (id, facts, name_key, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)
