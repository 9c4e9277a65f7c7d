INSERT INTO file_bytes (file_id, bytes) VALUES (?1, ?2)
