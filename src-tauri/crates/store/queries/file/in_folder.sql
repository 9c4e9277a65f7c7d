SELECT id, name, media_type, size, sha256, place, added_at FROM file WHERE place = 'folder' ORDER BY seq
