SELECT n.receivable_id, n.noticed_on, n.asked_at, n.answer, n.later_until
FROM receivable_state s
JOIN due_notice n ON n.receivable_id = s.receivable_id
WHERE s.open_minor > 0 AND n.answer IS NULL
ORDER BY s.due_on, n.receivable_id
