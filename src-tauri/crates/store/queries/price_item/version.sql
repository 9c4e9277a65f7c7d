SELECT version FROM price_item WHERE id = ?1
