INSERT INTO number_series (id, facts, updated_at) VALUES (1, ?1, ?2)
ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, version = version + 1, updated_at = excluded.updated_at
