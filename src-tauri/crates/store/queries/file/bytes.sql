SELECT bytes FROM file_bytes WHERE file_id = ?1
