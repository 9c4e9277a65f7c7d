INSERT INTO step_record (
    receivable_id, policy_version, kind, occurrence, happened_on, how, deadline_on, document_id, contact_id, reason, at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
