UPDATE case_file
SET closed_on = NULL, outcome = NULL, reason = ?3, version = version + 1, updated_at = ?4
WHERE id = ?1 AND version = ?2 AND closed_on IS NOT NULL
