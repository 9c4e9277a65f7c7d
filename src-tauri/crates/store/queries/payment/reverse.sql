INSERT INTO payment_reversal (payment_id, reversed_on, reason, at) VALUES (?1, ?2, ?3, ?4)
