SELECT t.*, k.id AS corrected_by
FROM contact t
LEFT JOIN contact k ON k.corrects = t.id
WHERE t.case_id = ?1
ORDER BY t.happened_at, t.seq
