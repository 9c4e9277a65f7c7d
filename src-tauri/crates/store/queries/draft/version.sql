SELECT version FROM draft WHERE id = ?1
