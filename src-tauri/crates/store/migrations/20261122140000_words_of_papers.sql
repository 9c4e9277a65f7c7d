-- The words of every paper, searched like the rest. A row's id is the paper's `seq`.
PRAGMA user_version = 2;

CREATE VIRTUAL TABLE document_search USING fts5 (
    title,
    client,
    words,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

-- Papers whose words were not read yet: those that were made before their words were kept. Reading needs the program,
-- so that it is done after opening, once, and each paper leaves this list with its words.
CREATE TABLE document_unread (
    seq INTEGER PRIMARY KEY REFERENCES document (seq)
) STRICT;
INSERT INTO document_unread (seq) SELECT seq FROM document;

-- Their titles and clients are found at once.
INSERT INTO document_search (rowid, title, client, words)
SELECT d.seq, d.title, coalesce(c.name, ''), ''
FROM document d
LEFT JOIN client c ON c.id = d.client_id;
