SELECT count(*) FROM case_file WHERE (closed_on IS NOT NULL) = ?1
