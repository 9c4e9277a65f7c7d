-- ?1: today. Late and open, and either never asked about or put off until today or before.
SELECT s.receivable_id, s.invoice_id, s.client_id, s.currency, s.due_on, s.open_minor, i.number, c.name AS client_name
FROM receivable_state s
JOIN invoice i ON i.id = s.invoice_id
JOIN client c ON c.id = s.client_id
LEFT JOIN due_notice n ON n.receivable_id = s.receivable_id
WHERE s.due_on < ?1 AND s.open_minor > 0
    AND (n.receivable_id IS NULL OR (n.answer = 'later' AND n.later_until <= ?1 AND n.noticed_on < ?1))
ORDER BY s.due_on, i.number
