SELECT * FROM step_record WHERE receivable_id = ?1 ORDER BY happened_on, seq
