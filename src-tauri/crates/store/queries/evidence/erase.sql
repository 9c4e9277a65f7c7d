UPDATE evidence SET salt = NULL, bytes = NULL, erased_at = ?2 WHERE seq = ?1
