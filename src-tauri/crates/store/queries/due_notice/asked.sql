INSERT INTO due_notice (receivable_id, noticed_on, asked_at) VALUES (?1, ?2, ?3)
ON CONFLICT (receivable_id) DO UPDATE
SET noticed_on = excluded.noticed_on, asked_at = excluded.asked_at, answer = NULL, later_until = NULL
