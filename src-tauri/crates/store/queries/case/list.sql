-- ?1: today; ?2: 1 for closed cases, 0 for open ones.
SELECT f.*, c.name AS client_name,
    (
        SELECT COALESCE(sum(s.open_minor), 0)
        FROM case_receivable l JOIN receivable_state s ON s.receivable_id = l.receivable_id
        WHERE l.case_id = f.id
    ) AS open_minor,
    (
        SELECT COALESCE(sum(s.open_minor), 0)
        FROM case_receivable l JOIN receivable_state s ON s.receivable_id = l.receivable_id
        WHERE l.case_id = f.id AND s.due_on < ?1 AND s.open_minor > 0
    ) AS overdue_minor,
    (
        SELECT min(s.due_on)
        FROM case_receivable l JOIN receivable_state s ON s.receivable_id = l.receivable_id
        WHERE l.case_id = f.id AND s.open_minor > 0
    ) AS oldest_due_on,
    (SELECT count(*) FROM case_receivable l WHERE l.case_id = f.id) AS receivables
FROM case_file f
JOIN client c ON c.id = f.client_id
WHERE (f.closed_on IS NOT NULL) = ?2
ORDER BY f.opened_on DESC, f.seq DESC
LIMIT ?3 OFFSET ?4
