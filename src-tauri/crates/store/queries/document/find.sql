-- ?5: what is looked for. The words around it are looked for only in the papers that are shown.
SELECT d.*, c.name AS client_name, snippet(document_search, 2, char(2), char(3), '…', 18) AS excerpt
FROM (
    SELECT d.seq AS hit, row_number() OVER (ORDER BY score, d.seq DESC) AS place
    FROM (
        SELECT document_search.rowid AS found, bm25(document_search, 10.0, 4.0, 1.0) AS score
        FROM document_search
        WHERE document_search MATCH ?5
    )
    CROSS JOIN document d ON d.seq = found
    LEFT JOIN client c ON c.id = d.client_id
    WHERE (?1 IS NULL OR d.kind = ?1)
        AND (?2 IS NULL OR d.client_id = ?2)
        AND (?3 IS NULL OR d.made_at >= ?3)
        AND (?4 IS NULL OR d.made_at < ?4)
    ORDER BY place
    LIMIT ?6 OFFSET ?7
)
CROSS JOIN document_search ON document_search.rowid = hit
JOIN document d ON d.seq = hit
LEFT JOIN client c ON c.id = d.client_id
WHERE document_search MATCH ?5
ORDER BY place
