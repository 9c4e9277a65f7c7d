-- ?1: the last seq seen; rows in order, for verifying.
SELECT * FROM evidence WHERE seq > ?1 ORDER BY seq LIMIT ?2
