//! What goes with letters to the post, and the page that a window is checked with.

wire! {
    pub struct PostChoices {
        /// Envelopes without a window, to be printed on.
        pub envelopes: Vec<PostChoice>,
        pub labels: Vec<PostChoice>,
    }

    pub struct PostChoice {
        pub id: String,
        pub name: String,
    }

    pub struct PostMake {
        pub kind: PostKind,
        /// The papers that are posted: an envelope takes those of one client, labels one for each client. None for
        /// the calibration page.
        pub documents: Vec<String>,
        /// The id of an envelope or of a sheet of labels, where one is printed on.
        pub on: Option<String>,
        /// The first label that is still on the first sheet, from 1.
        pub first_label: u32,
        /// What the post is asked for, such as "Signed For"; for the posting list.
        pub service: String,
        /// Who takes them to the post; for the posting list.
        pub posted_by: String,
    }
}

words! {
    pub enum PostKind {
        Envelope,
        Labels,
        PostingList,
        Calibration,
    }
}
