SELECT id FROM search_row WHERE kind = ?1 AND ref = ?2
