-- ?1: only entries before this seq; newest first.
SELECT * FROM evidence WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2
