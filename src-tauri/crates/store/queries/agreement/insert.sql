INSERT INTO agreement (id, job_id, file_id, facts, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
