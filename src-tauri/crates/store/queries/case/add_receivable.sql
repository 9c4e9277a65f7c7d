INSERT INTO case_receivable (case_id, receivable_id, added_on) VALUES (?1, ?2, ?3)
ON CONFLICT (case_id, receivable_id) DO NOTHING
