SELECT
    'business' AS id, facts, logo_file_id, signature_file_id, version, created_at, updated_at, NULL AS archived_at
FROM business
WHERE id = 1
