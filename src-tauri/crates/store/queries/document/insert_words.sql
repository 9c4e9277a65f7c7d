INSERT INTO document_search (rowid, title, client, words)
SELECT d.seq, d.title, coalesce(c.name, ''), ?2
FROM document d
LEFT JOIN client c ON c.id = d.client_id
WHERE d.id = ?1
