SELECT receivable_id, noticed_on, asked_at, answer, later_until FROM due_notice WHERE receivable_id = ?1
