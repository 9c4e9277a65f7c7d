UPDATE document_search SET words = ?2 WHERE rowid = (SELECT d.seq FROM document d WHERE d.id = ?1)
