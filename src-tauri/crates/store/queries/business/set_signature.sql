UPDATE business SET signature_file_id = ?2, version = version + 1, updated_at = ?3 WHERE id = 1 AND version = ?1
