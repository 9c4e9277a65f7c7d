INSERT INTO allocation (payment_id, receivable_id, amount_minor, at) VALUES (?1, ?2, ?3, ?4)
