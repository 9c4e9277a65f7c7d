INSERT INTO invoice (
    id, kind, number, counter, client_id, job_id, currency, title, issued_on, due_on, total_minor,
    document_id, file_id, created_at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
