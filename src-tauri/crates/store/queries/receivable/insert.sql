INSERT INTO receivable (id, invoice_id, client_id, part, of, due_on, amount_minor, currency)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
