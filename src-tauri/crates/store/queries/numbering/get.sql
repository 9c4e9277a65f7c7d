SELECT facts, version FROM number_series WHERE id = 1
