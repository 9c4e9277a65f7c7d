SELECT * FROM evidence WHERE client_id = ?3 AND seq < ?1 ORDER BY seq DESC LIMIT ?2
