INSERT INTO file (id, name, media_type, size, sha256, place, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
