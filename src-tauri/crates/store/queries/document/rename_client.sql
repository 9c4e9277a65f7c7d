UPDATE document_search SET client = ?2 WHERE rowid IN (SELECT d.seq FROM document d WHERE d.client_id = ?1)
