SELECT i.*, f.facts FROM invoice i JOIN invoice_facts f ON f.invoice_id = i.id WHERE i.job_id = ?1 ORDER BY i.seq
