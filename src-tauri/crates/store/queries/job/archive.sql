UPDATE job SET archived_at = ?3, version = version + 1, updated_at = ?4 WHERE id = ?1 AND version = ?2
