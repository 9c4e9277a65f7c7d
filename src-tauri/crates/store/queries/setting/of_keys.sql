-- ?1: JSON list of keys.
SELECT key, value FROM setting WHERE key IN (SELECT j.value FROM json_each(?1) j)
