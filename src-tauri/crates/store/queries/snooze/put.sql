INSERT INTO snooze (subject_kind, subject_id, until_on, at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (subject_kind, subject_id) DO UPDATE SET until_on = excluded.until_on, at = excluded.at
