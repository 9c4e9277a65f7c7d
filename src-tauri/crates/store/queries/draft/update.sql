UPDATE draft SET facts = ?3, title = ?4, total_minor = ?5, version = version + 1, updated_at = ?6
WHERE id = ?1 AND version = ?2
