SELECT version FROM case_file WHERE id = ?1
