SELECT zone, since_at FROM business_zone ORDER BY seq
