INSERT INTO hold (id, case_id, kind, from_on, until_on, amount_minor, currency, reason, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
