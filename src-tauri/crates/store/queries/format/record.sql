INSERT OR IGNORE INTO format_history (format, program, at) VALUES (?1, ?2, ?3)
