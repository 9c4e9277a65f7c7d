-- The picture of the owner's signature, drawn above the name that signs a letter.
PRAGMA user_version = 3;

ALTER TABLE business ADD COLUMN signature_file_id TEXT REFERENCES file (id);
