INSERT INTO invoice_facts (invoice_id, facts) VALUES (?1, ?2)
