INSERT INTO case_file (id, client_id, currency, opened_on, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
