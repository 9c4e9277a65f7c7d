UPDATE case_file
SET closed_on = ?3, outcome = ?4, reason = ?5, version = version + 1, updated_at = ?6
WHERE id = ?1 AND version = ?2 AND closed_on IS NULL
