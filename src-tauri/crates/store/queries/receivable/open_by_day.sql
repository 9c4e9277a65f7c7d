SELECT currency, due_on, sum(open_minor) AS open_minor, count(*) AS receivables
FROM receivable_state
WHERE open_minor > 0
GROUP BY due_on, currency
