SELECT version FROM business WHERE 'business' = ?1
