UPDATE price_item SET facts = ?3, name_key = ?4, version = version + 1, updated_at = ?5 WHERE id = ?1 AND version = ?2
