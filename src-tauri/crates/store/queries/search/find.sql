-- A hit in the title counts ten times one in the body. The words around it are looked for only in the best ones.
SELECT r.kind, r.ref, search.title, snippet(search, 1, '', '', '…', 12) AS excerpt
FROM (
    SELECT search.rowid AS hit, bm25(search, 10.0, 1.0) AS score
    FROM search
    WHERE search MATCH ?1
    ORDER BY score, search.rowid DESC
    LIMIT ?2
)
CROSS JOIN search ON search.rowid = hit
JOIN search_row r ON r.id = hit
WHERE search MATCH ?1
ORDER BY score, hit DESC
