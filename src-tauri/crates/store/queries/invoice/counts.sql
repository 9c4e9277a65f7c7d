-- ?1: today; ?2: the first day after those that are due soon.
SELECT
    (SELECT count(*) FROM draft) AS drafts,
    (SELECT count(*) FROM invoice) AS every_one,
    (SELECT count(*) FROM invoice WHERE kind = 'recorded') AS recorded,
    (SELECT count(DISTINCT invoice_id) FROM receivable_state WHERE open_minor > 0) AS open,
    (
        SELECT count(DISTINCT invoice_id) FROM receivable_state
        WHERE due_on >= ?1 AND due_on < ?2 AND open_minor > 0
    ) AS due_soon,
    (SELECT count(DISTINCT invoice_id) FROM receivable_state WHERE due_on < ?1 AND open_minor > 0) AS overdue
