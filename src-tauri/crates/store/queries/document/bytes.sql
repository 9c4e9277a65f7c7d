SELECT d.sha256, b.bytes FROM document d JOIN document_bytes b ON b.document_id = d.id WHERE d.id = ?1
