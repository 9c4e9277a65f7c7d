SELECT version FROM client WHERE id = ?1
