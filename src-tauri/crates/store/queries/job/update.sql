UPDATE job SET facts = ?3, title_key = ?4, version = version + 1, updated_at = ?5 WHERE id = ?1 AND version = ?2
