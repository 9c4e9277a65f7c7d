SELECT version FROM job WHERE id = ?1
