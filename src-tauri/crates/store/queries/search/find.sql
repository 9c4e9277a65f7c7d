-- A hit in the title counts ten times one in the body.
SELECT r.kind, r.ref, search.title, snippet(search, 1, '', '', '…', 12) AS excerpt
FROM search
JOIN search_row r ON r.id = search.rowid
WHERE search MATCH ?1
ORDER BY bm25(search, 10.0, 1.0), search.rowid DESC
LIMIT ?2
