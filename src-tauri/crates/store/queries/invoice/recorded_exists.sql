SELECT EXISTS (SELECT 1 FROM invoice WHERE kind = 'recorded' AND client_id = ?1 AND number = ?2)
