UPDATE lease SET until_at = ?3 WHERE name = ?1 AND holder = ?2 AND until_at > ?4
