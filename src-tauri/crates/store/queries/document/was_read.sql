DELETE FROM document_unread WHERE seq = (SELECT d.seq FROM document d WHERE d.id = ?1)
