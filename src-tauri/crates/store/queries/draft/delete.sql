DELETE FROM draft WHERE id = ?1 AND version = ?2
