-- Letters of open cases that no decision of their case names.
SELECT d.*, c.name AS client_name
FROM case_file f
CROSS JOIN document d ON d.case_id = f.id
LEFT JOIN client c ON c.id = d.client_id
WHERE f.closed_on IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM case_receivable l JOIN step_record t ON t.receivable_id = l.receivable_id
        WHERE l.case_id = f.id AND t.document_id = d.id
    )
ORDER BY d.seq DESC
