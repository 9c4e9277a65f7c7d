SELECT t.*, k.id AS corrected_by FROM contact t LEFT JOIN contact k ON k.corrects = t.id WHERE t.id = ?1
