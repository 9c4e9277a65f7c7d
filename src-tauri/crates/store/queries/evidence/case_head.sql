SELECT case_chain FROM evidence WHERE case_id = ?1 ORDER BY seq DESC LIMIT 1
