SELECT count(*)
FROM document d
WHERE (?1 IS NULL OR d.kind = ?1)
    AND (?2 IS NULL OR d.client_id = ?2)
    AND (?3 IS NULL OR d.made_at >= ?3)
    AND (?4 IS NULL OR d.made_at < ?4)
