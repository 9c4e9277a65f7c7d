INSERT INTO request (request_id, command, response, at) VALUES (?1, ?2, ?3, ?4)
