SELECT * FROM evidence WHERE seq = ?1
