INSERT INTO lease (name, holder, until_at) VALUES (?1, ?2, ?4)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at
WHERE holder = excluded.holder OR until_at <= ?3
