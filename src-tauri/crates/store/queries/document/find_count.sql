SELECT count(*)
FROM document_search
CROSS JOIN document d ON d.seq = document_search.rowid
WHERE document_search MATCH ?5
    AND (?1 IS NULL OR d.kind = ?1)
    AND (?2 IS NULL OR d.client_id = ?2)
    AND (?3 IS NULL OR d.made_at >= ?3)
    AND (?4 IS NULL OR d.made_at < ?4)
