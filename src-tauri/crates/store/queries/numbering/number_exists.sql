SELECT EXISTS (SELECT 1 FROM invoice WHERE kind = 'issued' AND number = ?1)
