SELECT t.*
FROM case_receivable l
JOIN step_record t ON t.receivable_id = l.receivable_id
WHERE l.case_id = ?1
ORDER BY t.happened_on, t.seq
