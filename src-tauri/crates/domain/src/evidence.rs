//! The evidence log: entries that chain, so that a changed one is found.
//!
//! An entry is the exact bytes that were hashed plus a random salt; digest = SHA-256(salt, bytes). Each row
//! links its studio's chain and its case's chain over digests, so that content can be erased and leave a
//! tombstone that still verifies (invariant 15). Leaves storing rows to `store`, and knowing the newest link to
//! whoever keeps it outside the file: a chain alone cannot tell that its end was cut off.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::id::CaseId;

/// The form of entries written today; older forms stay readable for ever, since bytes are never rewritten.
pub const ENTRY_VERSION: u32 = 1;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    BusinessSetUp,
    BusinessChanged,
    NumberingChanged,
    ClientSaved,
    JobSaved,
    AgreementAttached,
    InvoiceIssued,
    DocumentMade,
    DocumentOpened,
    /// Handed to a printer: whether it came out is another entry.
    DocumentPrinted,
    /// The owner's answer whether it came out.
    PrintAnswered,
    ReceivableRecorded,
    PaymentRecorded,
    PaymentReversed,
    CaseOpened,
    CaseJoined,
    StepPrepared,
    StepDone,
    StepSkipped,
    StepPostponed,
    ContactLogged,
    /// An inbound contact needs no answer any more.
    ContactAnswered,
    HoldStarted,
    HoldEnded,
    PolicySaved,
    /// A policy was attached to the business, a client or an invoice.
    PolicyAssigned,
    /// A running case was moved to another version.
    PolicyMoved,
    CaseClosed,
    CaseReopened,
    DueAsked,
    DueAnswered,
    PaymentsChecked,
    BackupMade,
    Restored,
    ContentErased,
}

/// What an entry is about, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subjects {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receivable: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<String>,
}

/// An entry before it becomes bytes. Every value is text, so nothing depends on how a number is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryBody {
    pub version: u32,
    pub kind: EventKind,
    /// [`crate::calendar::instant_text`] of the moment it was logged.
    pub at: String,
    pub subjects: Subjects,
    /// Short facts by name: amounts as `EUR 1250.00`, dates as `2026-03-01`, hashes in hex.
    pub words: BTreeMap<String, String>,
}

impl EntryBody {
    /// An entry of today's form.
    pub fn new(kind: EventKind, at: String, subjects: Subjects) -> Self {
        Self {
            version: ENTRY_VERSION,
            kind,
            at,
            subjects,
            words: BTreeMap::new(),
        }
    }

    /// With one more fact.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.words.insert(name.to_owned(), value.to_string());
        self
    }

    /// The bytes to store and hash: JSON in one fixed order. Written once; never made again from a stored entry.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        serde_json::to_vec(self).map_err(|_| EntryError::Unwritable)
    }

    /// Reads stored bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EntryError> {
        let body: Self = serde_json::from_slice(bytes).map_err(|_| EntryError::Unreadable)?;
        if body.version > ENTRY_VERSION {
            return Err(EntryError::Newer {
                version: body.version,
            });
        }
        Ok(body)
    }
}

/// Why an entry could not be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    #[error("the entry cannot be written")]
    Unwritable,
    #[error("the entry cannot be read")]
    Unreadable,
    #[error("the entry has form {version}, which a newer program wrote")]
    Newer { version: u32 },
}

/// A SHA-256 value; in text, 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of plain bytes, such as a file's.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut digest = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (index, byte) in digest.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(index * 2..index * 2 + 2)?, 16).ok()?;
        }
        Some(Self(digest))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = EntryError;
    fn try_from(text: String) -> Result<Self, EntryError> {
        Self::parse(&text).ok_or(EntryError::Unreadable)
    }
}

/// The digest of an entry: SHA-256 of its salt and then its bytes. The salt keeps a tombstone from being guessed.
pub fn digest(salt: &[u8; 32], bytes: &[u8]) -> Digest {
    Digest(
        Sha256::new()
            .chain_update(salt)
            .chain_update(bytes)
            .finalize()
            .into(),
    )
}

/// The next link of a chain: SHA-256 of the link before (32 zero bytes at the start) and then the digest.
pub fn link(before: Option<Digest>, digest: Digest) -> Digest {
    let before = before.map_or([0; 32], |before| before.0);
    Digest(
        Sha256::new()
            .chain_update(before)
            .chain_update(digest.0)
            .finalize()
            .into(),
    )
}

/// What is left of an entry: its salt and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub salt: [u8; 32],
    pub bytes: Vec<u8>,
}

/// One stored row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// Place in the log, rising.
    pub seq: i64,
    /// `None` once erased on a lawful request: a tombstone.
    pub content: Option<Content>,
    pub digest: Digest,
    pub studio_link: Digest,
    /// The case it belongs to, with that case's own link.
    pub case: Option<(CaseId, Digest)>,
}

impl LogRow {
    /// The row that follows the newest links of the studio's chain and, for an entry of a case, of that case's.
    /// The case is the body's own subject.
    pub fn append(
        seq: i64,
        body: &EntryBody,
        salt: [u8; 32],
        studio_before: Option<Digest>,
        case_before: Option<Digest>,
    ) -> Result<Self, EntryError> {
        let bytes = body.to_bytes()?;
        let digest = digest(&salt, &bytes);
        let case = body
            .subjects
            .case
            .clone()
            .map(|case| (CaseId(case), link(case_before, digest)));
        let studio_link = link(studio_before, digest);
        Ok(Self {
            seq,
            content: Some(Content { salt, bytes }),
            digest,
            studio_link,
            case,
        })
    }
}

/// What a whole log came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// All entries, tombstones too.
    pub entries: u64,
    pub tombstones: u64,
    /// The studio chain's newest link: compare it with one kept elsewhere, such as in a backup's manifest.
    pub head: Option<Digest>,
}

/// The first entry that does not verify.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("entry {seq} does not verify: {why}")]
pub struct Broken {
    pub seq: i64,
    pub why: BrokenWhy,
}

/// How an entry fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BrokenWhy {
    #[error("its place is not after the one before")]
    Order,
    #[error("its content is not what was hashed")]
    Content,
    #[error("something before it was changed, removed or put in")]
    StudioChain,
    #[error("something before it in its case was changed, removed or put in")]
    CaseChain,
    #[error("it stands in another case than it was written for")]
    WrongCase,
}

/// Whether what is left of an entry is what was hashed, for the case it stands in.
fn check_content(row: &LogRow) -> Result<(), Broken> {
    let broken = |why| Broken { seq: row.seq, why };
    let Some(content) = &row.content else {
        return Ok(());
    };
    if digest(&content.salt, &content.bytes) != row.digest {
        return Err(broken(BrokenWhy::Content));
    }
    let body = EntryBody::from_bytes(&content.bytes);
    let case = row.case.as_ref().map(|(case, _)| case.as_str());
    // A newer form may name its case otherwise; its links are checked all the same.
    if body.is_ok_and(|body| body.subjects.case.as_deref() != case) {
        return Err(broken(BrokenWhy::WrongCase));
    }
    Ok(())
}

fn check_case_link(row: &LogRow, before: Option<Digest>, case_link: Digest) -> Result<(), Broken> {
    if link(before, row.digest) == case_link {
        Ok(())
    } else {
        Err(Broken {
            seq: row.seq,
            why: BrokenWhy::CaseChain,
        })
    }
}

/// Verifies one case's entries, in order of `seq`, on their own. What stands between them in the studio's log is
/// not looked at: that is [`Verifier`]'s.
pub fn verify_case<'a>(rows: impl IntoIterator<Item = &'a LogRow>) -> Result<Verified, Broken> {
    let mut before = None;
    let mut verified = Verified::default();
    for row in rows {
        check_content(row)?;
        let Some((_, case_link)) = &row.case else {
            return Err(Broken {
                seq: row.seq,
                why: BrokenWhy::WrongCase,
            });
        };
        check_case_link(row, before, *case_link)?;
        before = Some(*case_link);
        verified.entries += 1;
        verified.tombstones += u64::from(row.content.is_none());
    }
    verified.head = before;
    Ok(verified)
}

/// Verifies a log row by row, so that a long one need not be held in memory.
#[derive(Debug, Clone, Default)]
pub struct Verifier {
    last_seq: Option<i64>,
    cases: BTreeMap<CaseId, Digest>,
    verified: Verified,
}

impl Verifier {
    /// Checks the next row in order of `seq`.
    pub fn check(&mut self, row: &LogRow) -> Result<(), Broken> {
        let broken = |why| Broken { seq: row.seq, why };
        if self.last_seq.is_some_and(|last| row.seq <= last) {
            return Err(broken(BrokenWhy::Order));
        }
        check_content(row)?;
        if link(self.verified.head, row.digest) != row.studio_link {
            return Err(broken(BrokenWhy::StudioChain));
        }
        if let Some((case, case_link)) = &row.case {
            check_case_link(row, self.cases.get(case).copied(), *case_link)?;
            self.cases.insert(case.clone(), *case_link);
        }
        self.last_seq = Some(row.seq);
        self.verified.head = Some(row.studio_link);
        self.verified.entries += 1;
        self.verified.tombstones += u64::from(row.content.is_none());
        Ok(())
    }

    /// What all rows so far came to.
    pub fn finish(self) -> Verified {
        self.verified
    }
}

/// Verifies rows in order of `seq`; names the first that does not hold.
pub fn verify<'a>(rows: impl IntoIterator<Item = &'a LogRow>) -> Result<Verified, Broken> {
    let mut verifier = Verifier::default();
    rows.into_iter().try_for_each(|row| verifier.check(row))?;
    Ok(verifier.finish())
}

#[cfg(test)]
#[path = "evidence_tests.rs"]
mod tests;
