SELECT holder FROM lease WHERE name = ?1 AND until_at > ?2
