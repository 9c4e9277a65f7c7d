SELECT command, response, at FROM request WHERE request_id = ?1
