UPDATE agreement SET facts = ?3, file_id = ?4, version = version + 1, updated_at = ?5 WHERE id = ?1 AND version = ?2
