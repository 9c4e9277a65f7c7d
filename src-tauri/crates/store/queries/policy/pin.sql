INSERT INTO receivable_policy (receivable_id, key, since_on) VALUES (?1, ?2, ?3)
ON CONFLICT (receivable_id) DO UPDATE SET key = excluded.key, since_on = excluded.since_on
