INSERT INTO evidence (
    seq, at, kind, client_id, job_id, invoice_id, receivable_id, case_id, document_id, payment_id,
    salt, bytes, digest, studio_chain, case_chain
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
