SELECT count(*) FROM job WHERE (archived_at IS NOT NULL) = ?1
