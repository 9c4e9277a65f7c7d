INSERT INTO business_zone (zone, since_at)
SELECT ?1, ?2
WHERE ?1 IS NOT (SELECT zone FROM business_zone ORDER BY seq DESC LIMIT 1)
