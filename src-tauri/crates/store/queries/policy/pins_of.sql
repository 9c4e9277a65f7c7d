-- ?1: JSON list of receivable ids.
SELECT receivable_id, key FROM receivable_policy WHERE receivable_id IN (SELECT value FROM json_each(?1))
