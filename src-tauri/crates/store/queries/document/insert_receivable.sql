INSERT INTO document_receivable (document_id, receivable_id) VALUES (?1, ?2)
