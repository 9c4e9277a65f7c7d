-- ?1: a kind, ?2: a client, ?3 and ?4: from when until before when; each NULL for any. The order is one of those that
-- `document::list` knows.
SELECT d.*, c.name AS client_name
FROM document d
LEFT JOIN client c ON c.id = d.client_id
WHERE (?1 IS NULL OR d.kind = ?1)
    AND (?2 IS NULL OR d.client_id = ?2)
    AND (?3 IS NULL OR d.made_at >= ?3)
    AND (?4 IS NULL OR d.made_at < ?4)
ORDER BY d.seq DESC
LIMIT ?5 OFFSET ?6
