-- Follow-up plans with many kinds of steps, whom they are for, which version a debt keeps; and why a ladder rests.
PRAGMA user_version = 4;

-- Until now there was one plan with steps that counted days from the due date. It keeps its key and its days, said in the
-- new shape; files in which nobody decided on a step yet have cases all the same, and these began with it.
DROP TRIGGER dunning_policy_frozen;
ALTER TABLE dunning_policy RENAME COLUMN version TO key;
INSERT INTO dunning_policy (key, facts, created_at)
SELECT 1,
    '{"name":"standard","version":1,"steps":[{"kind":"friendly_reminder","daysAfterDue":1,"minimumWaitDays":0,"deadlineDays":0},{"kind":"call","daysAfterDue":7,"minimumWaitDays":3,"deadlineDays":0},{"kind":"formal_demand","daysAfterDue":30,"minimumWaitDays":7,"deadlineDays":14}]}',
    min(created_at)
FROM case_file
WHERE NOT EXISTS (SELECT 1 FROM dunning_policy)
HAVING count(*) > 0;
UPDATE dunning_policy SET facts = json_object(
    'id', facts ->> '$.name',
    'name', facts ->> '$.name',
    'version', facts ->> '$.version',
    'steps', (
        SELECT json_group_array(json_object(
            'kind', s.value ->> '$.kind',
            'at', json_object('from', 'due', 'days', s.value ->> '$.daysAfterDue'),
            'channel', CASE s.value ->> '$.kind' WHEN 'call' THEN 'call' WHEN 'formal_demand' THEN 'letter' ELSE 'email' END,
            'tone', CASE s.value ->> '$.kind' WHEN 'formal_demand' THEN 'formal' ELSE 'friendly' END,
            'minimumWaitDays', s.value ->> '$.minimumWaitDays',
            'deadlineDays', s.value ->> '$.deadlineDays',
            'approval', 'prepared',
            'repeat', NULL,
            'workingDaysOnly', json('false')
        ))
        FROM json_each(dunning_policy.facts, '$.steps') s
    )
);
ALTER TABLE dunning_policy ADD COLUMN policy_id TEXT GENERATED ALWAYS AS (facts ->> '$.id') VIRTUAL;
ALTER TABLE dunning_policy ADD COLUMN number INTEGER GENERATED ALWAYS AS (facts ->> '$.version') VIRTUAL;
CREATE UNIQUE INDEX dunning_policy_version ON dunning_policy (policy_id, number);
CREATE TRIGGER dunning_policy_frozen BEFORE UPDATE ON dunning_policy
BEGIN
    SELECT RAISE(ABORT, 'frozen: dunning policy');
END;

-- Which plan new debts begin with; the narrowest counts. `subject_id` is empty for the business.
CREATE TABLE policy_assignment (
    scope TEXT NOT NULL CHECK (scope IN ('business', 'client', 'invoice')),
    subject_id TEXT NOT NULL,
    policy_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (scope, subject_id),
    CHECK ((scope = 'business') = (subject_id = ''))
) STRICT, WITHOUT ROWID;

-- The version that a debt began with. Moving it to another is a decision of the owner.
CREATE TABLE receivable_policy (
    receivable_id TEXT PRIMARY KEY REFERENCES receivable (id),
    key INTEGER NOT NULL REFERENCES dunning_policy (key),
    since_on TEXT NOT NULL
) STRICT;
INSERT INTO receivable_policy (receivable_id, key, since_on)
SELECT l.receivable_id, (SELECT max(key) FROM dunning_policy), min(l.added_on)
FROM case_receivable l
GROUP BY l.receivable_id;
INSERT OR IGNORE INTO receivable_policy (receivable_id, key, since_on)
SELECT receivable_id, max(policy_version), min(happened_on) FROM step_record GROUP BY receivable_id;

CREATE INDEX receivable_policy_by_key ON receivable_policy (key);

-- Why the ladder of a case, or of some of its debts, rests. No rows in `hold_receivable`: the whole case.
CREATE TABLE hold (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    amount_minor INTEGER CHECK (amount_minor > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    CHECK (until_on >= from_on)
) STRICT;
CREATE INDEX hold_by_case ON hold (case_id, seq);
CREATE TABLE hold_receivable (
    hold_id TEXT NOT NULL REFERENCES hold (id),
    receivable_id TEXT NOT NULL REFERENCES receivable (id),
    PRIMARY KEY (hold_id, receivable_id)
) STRICT, WITHOUT ROWID;
-- The first day without it, by the owner's word.
CREATE TABLE hold_end (
    hold_id TEXT PRIMARY KEY REFERENCES hold (id),
    ended_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- An inbound contact that waits for no answer any more.
CREATE TABLE contact_answer (
    contact_id TEXT PRIMARY KEY REFERENCES contact (id),
    answered_on TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TRIGGER hold_frozen BEFORE UPDATE ON hold
BEGIN
    SELECT RAISE(ABORT, 'frozen: hold');
END;
CREATE TRIGGER hold_kept BEFORE DELETE ON hold
BEGIN
    SELECT RAISE(ABORT, 'frozen: hold');
END;
CREATE TRIGGER hold_end_frozen BEFORE UPDATE ON hold_end
BEGIN
    SELECT RAISE(ABORT, 'frozen: hold');
END;
CREATE TRIGGER hold_end_kept BEFORE DELETE ON hold_end
BEGIN
    SELECT RAISE(ABORT, 'frozen: hold');
END;
