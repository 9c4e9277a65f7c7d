INSERT INTO contact (
    id, client_id, case_id, happened_at, logged_at, direction, channel, outcome, person, words,
    amount_minor, currency, deadline_on, document_id, file_id, corrects
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
