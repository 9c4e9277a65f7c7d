INSERT INTO document (
    id, kind, title, language, media_type, template_version, sha256, size, facts_sha256,
    client_id, invoice_id, case_id, made_at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
