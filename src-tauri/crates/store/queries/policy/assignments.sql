SELECT scope, subject_id, policy_id FROM policy_assignment ORDER BY scope, subject_id
