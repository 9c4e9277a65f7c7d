SELECT d.id FROM document_unread u JOIN document d ON d.seq = u.seq ORDER BY u.seq DESC LIMIT ?1
