INSERT INTO contact_answer (contact_id, answered_on, at) VALUES (?1, ?2, ?3) ON CONFLICT (contact_id) DO NOTHING
