-- The first file format. Never edited once landed: what changes later is a new migration.
--
-- Conventions: ids are text made by the program; `seq` is the order things were written in, ids are never sorted by;
-- `*_on` civil dates, `*_at` UTC instants of one fixed width, `*_minor` integer minor units; `facts` is what the
-- program read and wrote as JSON, and generated columns are those of its fields that lists filter and sort by.

PRAGMA application_id = 1397115988;
PRAGMA user_version = 1;

-- Who brought the file to which format, for support.
CREATE TABLE format_history (
    format INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE file (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    -- 'inline': the bytes are in file_bytes; 'folder': they are in files/<id> beside the database.
    place TEXT NOT NULL CHECK (place IN ('inline', 'folder')),
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE file_bytes (
    file_id TEXT PRIMARY KEY REFERENCES file (id),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE business (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    logo_file_id TEXT REFERENCES file (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- Days are counted in the zone that held at the time.
CREATE TABLE business_zone (
    seq INTEGER PRIMARY KEY,
    zone TEXT NOT NULL,
    since_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value)),
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE client (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    name TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.name') STORED,
    kind TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.kind') STORED,
    -- The name without case and marks, to sort by.
    name_key TEXT NOT NULL,
    archived_at TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX client_by_name ON client (name_key, seq, archived_at);

CREATE TABLE job (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    client_id TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.client') STORED REFERENCES client (id),
    title TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.title') STORED,
    event_on TEXT GENERATED ALWAYS AS (facts ->> '$.eventOn') STORED,
    delivered_on TEXT GENERATED ALWAYS AS (facts ->> '$.deliveredOn') STORED,
    title_key TEXT NOT NULL,
    archived_at TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX job_by_client ON job (client_id, seq);
CREATE INDEX job_by_event ON job (event_on, seq, archived_at, client_id, id);
CREATE INDEX job_delivered ON job (delivered_on, seq) WHERE archived_at IS NULL AND delivered_on IS NOT NULL;
CREATE INDEX job_by_title ON job (title_key, seq, archived_at);

CREATE TABLE agreement (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    job_id TEXT NOT NULL REFERENCES job (id),
    file_id TEXT REFERENCES file (id),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_by_job ON agreement (job_id, seq);

CREATE TABLE price_item (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    name TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.name') STORED,
    name_key TEXT NOT NULL,
    archived_at TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX price_item_by_name ON price_item (name_key, seq);

CREATE TABLE draft (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    client_id TEXT GENERATED ALWAYS AS (facts ->> '$.client') STORED REFERENCES client (id),
    job_id TEXT GENERATED ALWAYS AS (facts ->> '$.job') STORED REFERENCES job (id),
    currency TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.currency') STORED,
    -- For the list; NULL while the lines do not add up.
    title TEXT NOT NULL,
    total_minor INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_by_update ON draft (updated_at, seq);
CREATE INDEX draft_by_client ON draft (client_id, seq);
CREATE INDEX draft_by_job ON draft (job_id, seq);

-- The series that numbers are given from; read and written by the transaction that issues.
CREATE TABLE number_series (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    version INTEGER NOT NULL DEFAULT 1,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    media_type TEXT NOT NULL,
    template_version TEXT NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    size INTEGER NOT NULL CHECK (size > 0),
    -- Hash of the facts it was made from, so that the same letter is not made twice.
    facts_sha256 BLOB NOT NULL CHECK (length(facts_sha256) = 32),
    client_id TEXT REFERENCES client (id),
    invoice_id TEXT REFERENCES invoice (id) DEFERRABLE INITIALLY DEFERRED,
    case_id TEXT REFERENCES case_file (id),
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_client ON document (client_id, seq);
CREATE INDEX document_by_invoice ON document (invoice_id, seq);
CREATE INDEX document_by_case ON document (case_id, seq);

-- Apart from their row, so that lists never read past them.
CREATE TABLE document_bytes (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    bytes BLOB NOT NULL
) STRICT;

-- Which receivables a letter is about.
CREATE TABLE document_receivable (
    document_id TEXT NOT NULL REFERENCES document (id),
    receivable_id TEXT NOT NULL REFERENCES receivable (id),
    PRIMARY KEY (document_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_receivable_by_receivable ON document_receivable (receivable_id);

CREATE TABLE invoice (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    -- 'issued': ours, with a number of our series; 'recorded': made elsewhere before, with its own.
    kind TEXT NOT NULL CHECK (kind IN ('issued', 'recorded')),
    number TEXT NOT NULL CHECK (number <> ''),
    -- The counter inside the number, so that none is given twice when the owner sets the next one.
    counter INTEGER CHECK (counter >= 1),
    client_id TEXT NOT NULL REFERENCES client (id),
    job_id TEXT REFERENCES job (id),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    title TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    -- The last day that any part is due.
    due_on TEXT NOT NULL,
    total_minor INTEGER NOT NULL,
    document_id TEXT REFERENCES document (id),
    file_id TEXT REFERENCES file (id),
    created_at TEXT NOT NULL,
    CHECK ((kind = 'issued') = (counter IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX invoice_number_once ON invoice (number) WHERE kind = 'issued';
CREATE UNIQUE INDEX invoice_recorded_once ON invoice (client_id, number) WHERE kind = 'recorded';
CREATE INDEX invoice_by_issue ON invoice (issued_on, seq);
CREATE INDEX invoice_by_due ON invoice (due_on, seq);
CREATE INDEX invoice_by_number ON invoice (number, seq);
CREATE INDEX invoice_by_total ON invoice (total_minor, seq);
CREATE INDEX invoice_by_client ON invoice (client_id, issued_on, seq);
CREATE INDEX invoice_by_job ON invoice (job_id, seq);
CREATE INDEX invoice_recorded ON invoice (issued_on, seq) WHERE kind = 'recorded';

-- What issuing froze: lines, totals, seller and buyer as they were.
CREATE TABLE invoice_facts (
    invoice_id TEXT PRIMARY KEY REFERENCES invoice (id),
    facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;

CREATE TABLE receivable (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    invoice_id TEXT NOT NULL REFERENCES invoice (id),
    client_id TEXT NOT NULL REFERENCES client (id),
    part INTEGER NOT NULL CHECK (part >= 1),
    of INTEGER NOT NULL CHECK (of >= part),
    due_on TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    UNIQUE (invoice_id, part)
) STRICT;
CREATE INDEX receivable_by_client ON receivable (client_id, seq);
CREATE INDEX receivable_by_due ON receivable (due_on, seq);

-- Projection: what the rules made of a receivable and its allocations. `due_on`, `client_id`, `invoice_id` and
-- `currency` repeat the receivable's frozen columns so that one index answers "what is late".
CREATE TABLE receivable_state (
    receivable_id TEXT PRIMARY KEY REFERENCES receivable (id),
    invoice_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    currency TEXT NOT NULL,
    due_on TEXT NOT NULL,
    paid_minor INTEGER NOT NULL,
    open_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX receivable_state_open ON receivable_state (due_on, invoice_id, open_minor) WHERE open_minor > 0;
CREATE INDEX receivable_state_by_invoice ON receivable_state (invoice_id, open_minor, due_on);
CREATE INDEX receivable_state_by_client ON receivable_state (client_id, currency, due_on, open_minor) WHERE open_minor > 0;

CREATE TABLE payment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    client_id TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.client') STORED REFERENCES client (id),
    amount_minor INTEGER NOT NULL GENERATED ALWAYS AS (facts ->> '$.amount.minor') STORED CHECK (amount_minor > 0),
    currency TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.amount.currency') STORED,
    received_on TEXT NOT NULL GENERATED ALWAYS AS (facts ->> '$.receivedOn') STORED,
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX payment_by_client ON payment (client_id, received_on, seq);
CREATE INDEX payment_by_day ON payment (received_on, seq);

-- A bounced or mistaken payment is reversed by an entry of its own.
CREATE TABLE payment_reversal (
    payment_id TEXT PRIMARY KEY REFERENCES payment (id),
    reversed_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- A negative amount takes an earlier allocation back.
CREATE TABLE allocation (
    seq INTEGER PRIMARY KEY,
    payment_id TEXT NOT NULL REFERENCES payment (id),
    receivable_id TEXT NOT NULL REFERENCES receivable (id),
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX allocation_by_payment ON allocation (payment_id, seq);
CREATE INDEX allocation_by_receivable ON allocation (receivable_id, seq);

CREATE TABLE dunning_policy (
    version INTEGER PRIMARY KEY CHECK (version >= 1),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE case_file (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL REFERENCES client (id),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    outcome TEXT,
    reason TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((closed_on IS NULL) = (outcome IS NULL))
) STRICT;
CREATE UNIQUE INDEX case_open_once ON case_file (client_id, currency) WHERE closed_on IS NULL;
CREATE INDEX case_by_opening ON case_file (opened_on, seq, closed_on);
CREATE INDEX case_by_client ON case_file (client_id, seq);

CREATE TABLE case_receivable (
    case_id TEXT NOT NULL REFERENCES case_file (id),
    receivable_id TEXT NOT NULL REFERENCES receivable (id),
    added_on TEXT NOT NULL,
    PRIMARY KEY (case_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_receivable_by_receivable ON case_receivable (receivable_id, case_id);

CREATE TABLE contact (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL REFERENCES client (id),
    case_id TEXT REFERENCES case_file (id),
    happened_at TEXT NOT NULL,
    logged_at TEXT NOT NULL,
    direction TEXT NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    person TEXT NOT NULL,
    words TEXT NOT NULL,
    amount_minor INTEGER,
    currency TEXT,
    deadline_on TEXT,
    document_id TEXT REFERENCES document (id),
    file_id TEXT REFERENCES file (id),
    -- The contact that this one puts right.
    corrects TEXT REFERENCES contact (id),
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX contact_by_case ON contact (case_id, happened_at, seq);
-- A contact is put right once; what is wrong with that is put right in turn.
CREATE UNIQUE INDEX contact_corrected_once ON contact (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX contact_by_client ON contact (client_id, happened_at, seq);

-- Decisions on the planner's steps: each is made once.
CREATE TABLE step_record (
    seq INTEGER PRIMARY KEY,
    receivable_id TEXT NOT NULL REFERENCES receivable (id),
    policy_version INTEGER NOT NULL REFERENCES dunning_policy (version),
    kind TEXT NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence >= 1),
    happened_on TEXT NOT NULL,
    how TEXT NOT NULL,
    deadline_on TEXT,
    document_id TEXT REFERENCES document (id),
    contact_id TEXT REFERENCES contact (id),
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (receivable_id, policy_version, kind, occurrence)
) STRICT;

CREATE TABLE snooze (
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    until_on TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id)
) STRICT, WITHOUT ROWID;

-- "Has it been paid?": asked once per receivable, and again only when the owner said later.
CREATE TABLE due_notice (
    receivable_id TEXT PRIMARY KEY REFERENCES receivable (id),
    noticed_on TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('yes', 'no', 'later')),
    later_until TEXT,
    CHECK ((answer IS 'later') = (later_until IS NOT NULL))
) STRICT;

-- `bytes` is exactly what was hashed; the columns before `salt` are projections of it that a test rebuilds.
CREATE TABLE evidence (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    client_id TEXT,
    job_id TEXT,
    invoice_id TEXT,
    receivable_id TEXT,
    case_id TEXT,
    document_id TEXT,
    payment_id TEXT,
    salt BLOB,
    bytes BLOB,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    studio_chain BLOB NOT NULL CHECK (length(studio_chain) = 32),
    case_chain BLOB CHECK (length(case_chain) = 32),
    erased_at TEXT,
    CHECK ((case_id IS NULL) = (case_chain IS NULL)),
    CHECK ((erased_at IS NULL) = (bytes IS NOT NULL) AND (bytes IS NULL) = (salt IS NULL))
) STRICT;
CREATE INDEX evidence_by_client ON evidence (client_id, seq) WHERE client_id IS NOT NULL;
CREATE INDEX evidence_by_invoice ON evidence (invoice_id, seq) WHERE invoice_id IS NOT NULL;
CREATE INDEX evidence_by_case ON evidence (case_id, seq) WHERE case_id IS NOT NULL;
CREATE INDEX evidence_by_document ON evidence (document_id, seq) WHERE document_id IS NOT NULL;
CREATE INDEX evidence_by_payment ON evidence (payment_id, seq) WHERE payment_id IS NOT NULL;

-- Doing a request twice is doing it once.
CREATE TABLE request (
    request_id TEXT PRIMARY KEY,
    command TEXT NOT NULL,
    response TEXT NOT NULL CHECK (json_valid(response)),
    at TEXT NOT NULL
) STRICT;

CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until_at TEXT NOT NULL
) STRICT;

-- Which row of the index stands for what; the index itself has no keys.
CREATE TABLE search_row (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    UNIQUE (kind, ref)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    title,
    body,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

CREATE TRIGGER invoice_frozen BEFORE UPDATE ON invoice
BEGIN
    SELECT RAISE(ABORT, 'frozen: invoice');
END;
CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice
BEGIN
    SELECT RAISE(ABORT, 'frozen: invoice');
END;
CREATE TRIGGER invoice_facts_frozen BEFORE UPDATE ON invoice_facts
BEGIN
    SELECT RAISE(ABORT, 'frozen: invoice');
END;
CREATE TRIGGER invoice_facts_kept BEFORE DELETE ON invoice_facts
BEGIN
    SELECT RAISE(ABORT, 'frozen: invoice');
END;
CREATE TRIGGER receivable_frozen BEFORE UPDATE ON receivable
BEGIN
    SELECT RAISE(ABORT, 'frozen: receivable');
END;
CREATE TRIGGER receivable_kept BEFORE DELETE ON receivable
BEGIN
    SELECT RAISE(ABORT, 'frozen: receivable');
END;
CREATE TRIGGER document_frozen BEFORE UPDATE ON document
BEGIN
    SELECT RAISE(ABORT, 'frozen: document');
END;
CREATE TRIGGER document_kept BEFORE DELETE ON document
BEGIN
    SELECT RAISE(ABORT, 'frozen: document');
END;
CREATE TRIGGER document_bytes_frozen BEFORE UPDATE ON document_bytes
BEGIN
    SELECT RAISE(ABORT, 'frozen: document');
END;
CREATE TRIGGER document_bytes_kept BEFORE DELETE ON document_bytes
BEGIN
    SELECT RAISE(ABORT, 'frozen: document');
END;
CREATE TRIGGER file_frozen BEFORE UPDATE ON file
BEGIN
    SELECT RAISE(ABORT, 'frozen: file');
END;
CREATE TRIGGER file_bytes_frozen BEFORE UPDATE ON file_bytes
BEGIN
    SELECT RAISE(ABORT, 'frozen: file');
END;
CREATE TRIGGER client_kept BEFORE DELETE ON client
BEGIN
    SELECT RAISE(ABORT, 'frozen: client');
END;
CREATE TRIGGER payment_frozen BEFORE UPDATE ON payment
BEGIN
    SELECT RAISE(ABORT, 'frozen: payment');
END;
CREATE TRIGGER payment_kept BEFORE DELETE ON payment
BEGIN
    SELECT RAISE(ABORT, 'frozen: payment');
END;
CREATE TRIGGER payment_reversal_frozen BEFORE UPDATE ON payment_reversal
BEGIN
    SELECT RAISE(ABORT, 'frozen: payment');
END;
CREATE TRIGGER payment_reversal_kept BEFORE DELETE ON payment_reversal
BEGIN
    SELECT RAISE(ABORT, 'frozen: payment');
END;
CREATE TRIGGER allocation_frozen BEFORE UPDATE ON allocation
BEGIN
    SELECT RAISE(ABORT, 'frozen: allocation');
END;
CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation
BEGIN
    SELECT RAISE(ABORT, 'frozen: allocation');
END;
CREATE TRIGGER dunning_policy_frozen BEFORE UPDATE ON dunning_policy
BEGIN
    SELECT RAISE(ABORT, 'frozen: dunning policy');
END;
CREATE TRIGGER dunning_policy_kept BEFORE DELETE ON dunning_policy
BEGIN
    SELECT RAISE(ABORT, 'frozen: dunning policy');
END;
CREATE TRIGGER case_file_kept BEFORE DELETE ON case_file
BEGIN
    SELECT RAISE(ABORT, 'frozen: case');
END;
CREATE TRIGGER contact_frozen BEFORE UPDATE ON contact
BEGIN
    SELECT RAISE(ABORT, 'frozen: contact');
END;
CREATE TRIGGER contact_kept BEFORE DELETE ON contact
BEGIN
    SELECT RAISE(ABORT, 'frozen: contact');
END;
CREATE TRIGGER step_record_frozen BEFORE UPDATE ON step_record
BEGIN
    SELECT RAISE(ABORT, 'frozen: step');
END;
CREATE TRIGGER step_record_kept BEFORE DELETE ON step_record
BEGIN
    SELECT RAISE(ABORT, 'frozen: step');
END;
CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence
BEGIN
    SELECT RAISE(ABORT, 'frozen: evidence');
END;
-- Only erasing is allowed, once, and it takes the content and nothing else.
CREATE TRIGGER evidence_frozen BEFORE UPDATE ON evidence
WHEN NOT (
    OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.bytes IS NULL AND NEW.salt IS NULL
    AND NEW.seq IS OLD.seq AND NEW.at IS OLD.at AND NEW.kind IS OLD.kind
    AND NEW.client_id IS OLD.client_id AND NEW.job_id IS OLD.job_id AND NEW.invoice_id IS OLD.invoice_id
    AND NEW.receivable_id IS OLD.receivable_id AND NEW.case_id IS OLD.case_id AND NEW.document_id IS OLD.document_id AND NEW.payment_id IS OLD.payment_id
    AND NEW.digest IS OLD.digest AND NEW.studio_chain IS OLD.studio_chain AND NEW.case_chain IS OLD.case_chain
)
BEGIN
    SELECT RAISE(ABORT, 'frozen: evidence');
END;
-- The log has no holes: an entry is always the next one.
CREATE TRIGGER evidence_next BEFORE INSERT ON evidence
WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM evidence)
BEGIN
    SELECT RAISE(ABORT, 'frozen: evidence');
END;

-- Whatever a rule got wrong: no more is spread than came in, no more is paid than is owed, no currency meets another.
CREATE TRIGGER allocation_within BEFORE INSERT ON allocation
BEGIN
    SELECT RAISE(ABORT, 'refused: allocation in another currency')
    WHERE (SELECT currency FROM payment WHERE id = NEW.payment_id)
        IS NOT (SELECT currency FROM receivable WHERE id = NEW.receivable_id);
    SELECT RAISE(ABORT, 'refused: allocation of a reversed payment')
    WHERE EXISTS (SELECT 1 FROM payment_reversal WHERE payment_id = NEW.payment_id);
    SELECT RAISE(ABORT, 'refused: allocation beyond the payment')
    WHERE NEW.amount_minor + (SELECT COALESCE(SUM(amount_minor), 0) FROM allocation WHERE payment_id = NEW.payment_id)
        NOT BETWEEN 0 AND (SELECT amount_minor FROM payment WHERE id = NEW.payment_id);
    SELECT RAISE(ABORT, 'refused: allocation taken back twice')
    WHERE NEW.amount_minor + (
        SELECT COALESCE(SUM(amount_minor), 0) FROM allocation
        WHERE payment_id = NEW.payment_id AND receivable_id = NEW.receivable_id
    ) < 0;
    SELECT RAISE(ABORT, 'refused: allocation beyond the receivable')
    WHERE NEW.amount_minor + (
        SELECT COALESCE(SUM(a.amount_minor), 0) FROM allocation a
        WHERE a.receivable_id = NEW.receivable_id
            AND NOT EXISTS (SELECT 1 FROM payment_reversal r WHERE r.payment_id = a.payment_id)
    ) > (SELECT amount_minor FROM receivable WHERE id = NEW.receivable_id);
END;
