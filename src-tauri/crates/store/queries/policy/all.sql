SELECT key, facts FROM dunning_policy ORDER BY key
