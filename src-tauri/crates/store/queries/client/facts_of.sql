-- ?1: JSON list of client ids.
SELECT id, facts FROM client WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY seq
