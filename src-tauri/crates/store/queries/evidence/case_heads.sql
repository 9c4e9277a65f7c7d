SELECT case_id, max(seq) AS seq, case_chain FROM evidence WHERE case_id IS NOT NULL GROUP BY case_id ORDER BY case_id
