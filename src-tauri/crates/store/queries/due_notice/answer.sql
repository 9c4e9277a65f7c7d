UPDATE due_notice SET answer = ?2, later_until = ?3 WHERE receivable_id = ?1
