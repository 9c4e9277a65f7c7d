DELETE FROM request WHERE at < ?1
