DELETE FROM policy_assignment WHERE scope = ?1 AND subject_id = ?2
