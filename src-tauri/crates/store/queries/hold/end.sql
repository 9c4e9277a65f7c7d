INSERT INTO hold_end (hold_id, ended_on, reason, at) VALUES (?1, ?2, ?3, ?4)
