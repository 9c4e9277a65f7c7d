SELECT count(*) FROM client WHERE (archived_at IS NOT NULL) = ?1
