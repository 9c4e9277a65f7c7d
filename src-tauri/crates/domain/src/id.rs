//! Names of things: opaque text, made outside (UUIDv7) and passed in. Order is never read from an id.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text of the id.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    ClientId, JobId, AgreementId, PriceItemId, DraftId, InvoiceId, ReceivableId, PaymentId, CaseId, DocumentId,
    PolicyId, HoldId,
    /// One decision of the planner carried out or waiting.
    ActionId,
    FileId,
}
