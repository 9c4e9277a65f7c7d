SELECT facts FROM dunning_policy ORDER BY version DESC LIMIT 1
