SELECT t.*
FROM receivable_state s
JOIN step_record t ON t.receivable_id = s.receivable_id
WHERE s.client_id = ?1 AND s.open_minor > 0
ORDER BY t.happened_on, t.seq
