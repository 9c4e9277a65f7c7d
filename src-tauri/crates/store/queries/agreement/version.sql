SELECT version FROM agreement WHERE id = ?1
