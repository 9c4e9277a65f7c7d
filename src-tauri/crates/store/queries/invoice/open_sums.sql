-- ?1: today.
SELECT
    currency,
    sum(open_minor) AS open_minor,
    sum(CASE WHEN due_on < ?1 AND open_minor > 0 THEN open_minor ELSE 0 END) AS overdue_minor
FROM receivable_state
WHERE open_minor > 0
GROUP BY currency
ORDER BY currency
