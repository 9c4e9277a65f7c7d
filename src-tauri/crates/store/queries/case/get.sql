SELECT f.*, c.name AS client_name FROM case_file f JOIN client c ON c.id = f.client_id WHERE f.id = ?1
