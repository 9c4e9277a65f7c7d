SELECT receivable_id FROM document_receivable WHERE document_id = ?1 ORDER BY receivable_id
