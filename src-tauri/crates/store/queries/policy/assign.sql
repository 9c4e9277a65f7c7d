INSERT INTO policy_assignment (scope, subject_id, policy_id, at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (scope, subject_id) DO UPDATE SET policy_id = excluded.policy_id, at = excluded.at
