INSERT INTO hold_receivable (hold_id, receivable_id) VALUES (?1, ?2)
