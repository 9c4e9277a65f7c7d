-- ?1: JSON list of client ids.
SELECT id FROM client WHERE id IN (SELECT value FROM json_each(?1)) AND facts ->> '$.doNotContact' ORDER BY seq
