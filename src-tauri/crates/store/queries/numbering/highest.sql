-- ?1 and ?2: first and last day of issue looked at.
SELECT max(counter) FROM invoice WHERE kind = 'issued' AND issued_on BETWEEN ?1 AND ?2
