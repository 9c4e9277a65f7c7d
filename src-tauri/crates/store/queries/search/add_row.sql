INSERT INTO search_row (kind, ref) VALUES (?1, ?2)
