INSERT INTO receivable_state (receivable_id, invoice_id, client_id, currency, due_on, paid_minor, open_minor)
SELECT id, invoice_id, client_id, currency, due_on, ?2, ?3 FROM receivable WHERE id = ?1
ON CONFLICT (receivable_id) DO UPDATE SET paid_minor = excluded.paid_minor, open_minor = excluded.open_minor
