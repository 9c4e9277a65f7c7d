INSERT INTO document_bytes (document_id, bytes) VALUES (?1, ?2)
