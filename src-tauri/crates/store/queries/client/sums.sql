-- ?1: today; ?2: JSON list of client ids.
SELECT
    client_id,
    currency,
    sum(open_minor) AS open_minor,
    sum(CASE WHEN due_on < ?1 AND open_minor > 0 THEN open_minor ELSE 0 END) AS overdue_minor,
    min(due_on) AS oldest_due_on
FROM receivable_state
WHERE client_id IN (SELECT value FROM json_each(?2)) AND open_minor > 0
GROUP BY client_id, currency
ORDER BY client_id, currency
