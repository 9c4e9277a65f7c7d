-- ?1: today; ?2: 1 for closed cases, 0 for open ones.
SELECT f.*, c.name AS client_name,
    COALESCE(sum(s.open_minor), 0) AS open_minor,
    COALESCE(sum(CASE WHEN s.due_on < ?1 AND s.open_minor > 0 THEN s.open_minor ELSE 0 END), 0) AS overdue_minor,
    min(CASE WHEN s.open_minor > 0 THEN s.due_on END) AS oldest_due_on,
    count(s.receivable_id) AS receivables
FROM case_file f
JOIN client c ON c.id = f.client_id
LEFT JOIN case_receivable l ON l.case_id = f.id
LEFT JOIN receivable_state s ON s.receivable_id = l.receivable_id
WHERE (f.closed_on IS NOT NULL) = ?2
GROUP BY f.seq
ORDER BY f.opened_on DESC, f.seq DESC
LIMIT ?3 OFFSET ?4
