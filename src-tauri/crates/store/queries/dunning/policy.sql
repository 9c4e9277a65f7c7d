SELECT facts FROM dunning_policy WHERE version = ?1
