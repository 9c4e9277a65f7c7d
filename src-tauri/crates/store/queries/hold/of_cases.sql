-- ?1: JSON list of case ids. `received_minor`: what came in for its debts on its days.
SELECT t.*, e.ended_on, e.reason AS end_reason,
    (SELECT json_group_array(h.receivable_id) FROM hold_receivable h WHERE h.hold_id = t.id) AS receivables,
    (
        SELECT COALESCE(sum(a.amount_minor), 0)
        FROM case_receivable l
        JOIN allocation a ON a.receivable_id = l.receivable_id
        JOIN payment p ON p.id = a.payment_id
        WHERE l.case_id = t.case_id AND p.received_on BETWEEN t.from_on AND t.until_on
            AND (
                NOT EXISTS (SELECT 1 FROM hold_receivable h WHERE h.hold_id = t.id)
                OR EXISTS (SELECT 1 FROM hold_receivable h WHERE h.hold_id = t.id AND h.receivable_id = l.receivable_id)
            )
    ) AS received_minor
FROM hold t
LEFT JOIN hold_end e ON e.hold_id = t.id
WHERE t.case_id IN (SELECT value FROM json_each(?1))
ORDER BY t.case_id, t.seq
