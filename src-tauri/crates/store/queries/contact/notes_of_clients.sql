-- ?1: JSON list of client ids. Contacts that were put right are left out: what puts them right counts.
SELECT t.id, t.client_id, t.happened_at, t.direction, t.outcome, w.contact_id IS NOT NULL AS answered
FROM contact t
LEFT JOIN contact k ON k.corrects = t.id
LEFT JOIN contact_answer w ON w.contact_id = t.id
WHERE t.client_id IN (SELECT value FROM json_each(?1)) AND k.id IS NULL
ORDER BY t.client_id, t.happened_at, t.seq
