//! The golden set: every kind on both papers, in every language, short, typical and long.
//!
//! A new kind is one row in `KINDS` and a function that makes it for a cast. The tests read the set, the example
//! `golden` writes it out to be looked at.

use documents::*;
use domain::Rate;

use super::facts::*;
use super::kind_facts::{PLACES, Place};

/// How much there is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Short,
    Typical,
    Long,
}

impl Extent {
    pub(crate) const ALL: [Self; 3] = [Self::Short, Self::Typical, Self::Long];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Typical => "typical",
            Self::Long => "long",
        }
    }
}

/// For whom and on what a paper is made.
#[derive(Debug, Clone)]
pub(crate) struct Cast {
    pub(crate) paper: Paper,
    pub(crate) locale: Locale,
    pub(crate) extent: Extent,
}

impl Cast {
    pub(crate) fn name(&self) -> String {
        let paper = match self.paper {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        };
        format!("{paper}-{}-{}", self.locale.language(), self.extent.name())
    }

    /// Short papers come from a business without a logo that does not post them.
    fn look(&self) -> Look {
        let envelope = match (self.paper, self.locale.language()) {
            (Paper::Letter, _) => us_look().envelope,
            (Paper::A4, "en") => uk_look().envelope,
            (Paper::A4, _) => Look::default().envelope,
        };
        let (envelope, logo) = match self.extent {
            Extent::Short => (None, None),
            Extent::Typical | Extent::Long => (envelope, Some(logo())),
        };
        Look {
            paper: self.paper,
            envelope,
            logo,
            ..Look::default()
        }
    }
}

/// A kind of paper.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) make: fn(&Cast) -> Result<Vec<u8>, DocumentError>,
}

/// A kind from the facts of a place, with the names that the extent asks for.
macro_rules! kind {
    ($name:literal, $make:ident, $facts:expr) => {
        Kind {
            name: $name,
            make: |cast| {
                let mut facts = $facts(place(cast));
                stretch(cast, &mut facts.sender, &mut facts.recipient);
                $make(&facts, &cast.look())
            },
        }
    };
}

pub(crate) const KINDS: &[Kind] = &[
    Kind {
        name: "invoice",
        make: |cast| invoice(&invoice_for(cast), &cast.look()),
    },
    Kind {
        name: "invoice-rich",
        make: |cast| invoice(&rich_for(cast), &cast.look()),
    },
    Kind {
        name: "reminder",
        make: |cast| reminder(&reminder_for(cast), &cast.look()),
    },
    Kind {
        name: "demand",
        make: |cast| demand(&demand_for(cast), &cast.look()),
    },
    kind!("second-notice", firm_reminder, |place: &Place| place
        .firm(FirmTone::SecondNotice)),
    kind!("last-reminder", firm_reminder, |place: &Place| place
        .firm(FirmTone::LastReminder)),
    kind!("final-notice", final_notice, Place::final_notice),
    kind!("statement", statement, Place::statement),
    kind!("charges", charges, Place::charges),
    kind!("plan", payment_plan, Place::plan),
    kind!("settlement", settlement, Place::settlement),
    kind!("paid-in-full", paid_in_full, Place::paid_in_full),
    kind!("cover", cover_letter, Place::cover),
    kind!("credit-note", credit_note, Place::credit_note),
    kind!("quote", quote, Place::quote),
    kind!("receipt", receipt, Place::receipt),
];

/// The languages that there are words for: British on A4, American on Letter.
pub(crate) fn locales(paper: Paper) -> Vec<Locale> {
    let english = match paper {
        Paper::A4 => "en-GB",
        Paper::Letter => "en-US",
    };
    let tags = [english, "de-DE", "fr-FR"].into_iter();
    tags.filter_map(Locale::find).collect()
}

/// All of it.
pub(crate) fn casts() -> Vec<Cast> {
    let mut casts = Vec::new();
    for paper in [Paper::A4, Paper::Letter] {
        for locale in locales(paper) {
            casts.extend(Extent::ALL.map(|extent| Cast {
                paper,
                locale,
                extent,
            }));
        }
    }
    casts
}

const LONG_NAME: &str =
    "Wolfeschlegelsteinhausen-Bergerdorff, Papadopoulou & Żółkiewski Publishing Partnership";

/// Where the language is spoken.
fn place(cast: &Cast) -> &'static Place {
    let language = cast.locale.language();
    let spoken = |place: &&Place| place.tag.starts_with(language);
    PLACES.iter().find(spoken).unwrap()
}

fn stretch(cast: &Cast, from: &mut Sender, to: &mut Recipient) {
    match cast.extent {
        Extent::Short => from.registrations.clear(),
        Extent::Typical => {}
        Extent::Long => {
            to.name = LONG_NAME.into();
            from.name = LONG_NAME.into();
            from.registrations.extend(vec![terms(cast).to_owned(); 2]);
        }
    }
    if cast.paper == Paper::Letter {
        // Four lines show in a number 10 window.
        to.attention = None;
        to.address.truncate(2);
    }
}

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// The business and its client, at home where the paper is read.
fn parties(cast: &Cast) -> (Sender, Recipient) {
    let (mut from, mut to) = (sender(), recipient());
    match (cast.paper, cast.locale.language()) {
        (Paper::Letter, "en") => {
            from.address = lines(&["2210 Harmon Avenue, Suite 4", "Austin, TX 78704"]);
            from.registrations.clear();
            to.address = lines(&["500 Congress Avenue", "Austin, TX 78701"]);
        }
        (_, "de") => {
            from.name = "Lichtbild Grüner & Söhne".into();
            from.address = lines(&["Schönhauser Allee 148", "10435 Berlin"]);
            from.contact = lines(&["030 5550 1234", "studio@lichtbild.example"]);
            from.registrations = lines(&[
                "USt-IdNr. DE811234567",
                "Amtsgericht Charlottenburg, HRA 12345",
            ]);
            to.name = "Übersee-Verlagsgesellschaft mbH".into();
            to.attention = Some("Jürgen Weißmüller, Kreditorenbuchhaltung".into());
            to.address = lines(&["Große Bleichen 21", "20354 Hamburg"]);
        }
        (_, "fr") => {
            from.name = "Studio Lumière d’Été".into();
            from.address = lines(&["8 rue de l’Œuvre", "69001 Lyon"]);
            from.contact = lines(&["04 99 55 01 23", "studio@lumiere.example"]);
            from.registrations = lines(&["SIRET 123 456 789 00012", "TVA FR12123456789"]);
            to.name = "Éditions Château-Gaillard SARL".into();
            to.attention = Some("Mme Hélène Lefèvre, comptabilité".into());
            to.address = lines(&["27 boulevard Saint-Germain", "75005 Paris"]);
        }
        _ => {}
    }
    match cast.extent {
        Extent::Short => {
            to.attention = None;
            from.contact.truncate(1);
        }
        Extent::Typical => {}
        Extent::Long => to.name = LONG_NAME.into(),
    }
    if cast.paper == Paper::Letter {
        // Four lines show in a number 10 window.
        to.attention = None;
    }
    (from, to)
}

fn descriptions(cast: &Cast) -> [&'static str; 4] {
    match cast.locale.language() {
        "de" => [
            "Hochzeitsreportage, ganztägig, mit zweiter Fotografin",
            "Bildbearbeitung und Farbkorrektur, je Bild, einschließlich einer Korrekturschleife",
            "Nutzungsrechteeinräumung für Pressemitteilungen und Unternehmensveröffentlichungen, 24 Monate",
            "Reisekosten, Bahn zweiter Klasse Berlin – Hamburg und zurück",
        ],
        "fr" => [
            "Reportage de mariage, journée entière, avec second photographe",
            "Retouche et étalonnage, par image, un aller-retour de corrections compris",
            "Cession de droits d’utilisation pour la presse et les publications d’entreprise, 24 mois",
            "Déplacement, train de seconde classe Lyon – Paris, aller et retour",
        ],
        _ => [
            "Wedding photography, full day with a second photographer",
            "Post-production: colour grading and retouching, per image, including one round of changes",
            "Licence: press releases and company publications, unlimited impressions, 24 months",
            "Travel, train second class London – Kraków and return",
        ],
    }
}

fn terms(cast: &Cast) -> &'static str {
    match cast.locale.language() {
        "de" => {
            "Zahlbar innerhalb von 14 Tagen ab Rechnungsdatum ohne Abzug durch Überweisung auf das unten genannte Konto unter Angabe der Rechnungsnummer."
        }
        "fr" => {
            "Payable sous 14 jours à compter de la date de facture, sans escompte, par virement sur le compte indiqué ci-dessous en rappelant le numéro de facture."
        }
        _ => {
            "Payment is due within 14 days of the invoice date, without deduction, by bank transfer to the account below, quoting the invoice number."
        }
    }
}

/// Sums for lines that were put together.
pub(crate) fn summed(mut facts: InvoiceFacts) -> InvoiceFacts {
    let mut running = 0;
    for line in &mut facts.lines {
        running += line.amount.minor();
        line.running_total = Some(gbp(running));
    }
    // A fifth, half up.
    let tax = (running * 2 + 5) / 10;
    facts.sums.lines = gbp(running);
    facts.sums.net = gbp(running);
    facts.sums.taxes = vec![TaxLine {
        name: facts.sums.taxes[0].name.clone(),
        rate: Rate(200_000),
        taxable: gbp(running),
        tax: gbp(tax),
        exemption: None,
    }];
    facts.sums.gross = gbp(running + tax);
    facts.sums.due = gbp(running + tax);
    facts.instalments.truncate(1);
    facts.instalments[0].amount = gbp(running + tax);
    facts
}

fn invoice_for(cast: &Cast) -> InvoiceFacts {
    let mut facts = invoice_facts();
    (facts.sender, facts.recipient) = parties(cast);
    facts.locale = cast.locale;
    facts.payment_terms = Some(terms(cast).into());
    let count = match cast.extent {
        Extent::Short => 1,
        Extent::Typical => 7,
        Extent::Long => 90,
    };
    let texts = descriptions(cast);
    let made = (0..count).map(|n| {
        let quantity = [1, 24, 2, 125][n % 4];
        line(
            texts[n % 4],
            quantity,
            4_250 + 1_375 * i64::try_from(n).unwrap(),
            0,
        )
    });
    facts.lines = made.collect();
    if cast.extent == Extent::Short {
        facts.subject = None;
        facts.late_clause = None;
        facts.purchase_order = None;
    }
    summed(facts)
}

fn rich_for(cast: &Cast) -> InvoiceFacts {
    let mut facts = rich_invoice();
    (facts.sender, facts.recipient) = parties(cast);
    facts.locale = cast.locale;
    match cast.extent {
        Extent::Short => {
            facts.instalments.truncate(1);
            facts.instalments[0].amount = facts.sums.due;
            facts.notes = None;
        }
        Extent::Typical => {}
        Extent::Long => {
            facts.notes = Some([terms(cast); 30].join(" "));
            facts.subject = Some(descriptions(cast).join("; "));
        }
    }
    facts
}

fn account(cast: &Cast) -> Vec<AccountLine> {
    let count = match cast.extent {
        Extent::Short => 1,
        Extent::Typical => 3,
        Extent::Long => 40,
    };
    let (issued, due) = (day(2026, 3, 14), day(2026, 3, 28));
    let lines = (1..=count).map(|n| {
        account_line(
            &format!("INV-2026-{:04}", 141 + n),
            issued,
            due,
            48_050 * n,
            0,
        )
    });
    lines.collect()
}

fn open(account: &[AccountLine]) -> i64 {
    account.iter().map(|line| line.open.minor()).sum()
}

fn reader(cast: &Cast) -> Reader {
    Reader::Organisation {
        name: parties(cast).1.name,
        contact: None,
    }
}

fn reminder_for(cast: &Cast) -> ReminderFacts {
    let mut facts = reminder_facts();
    (facts.sender, facts.recipient) = parties(cast);
    facts.letter.locale = cast.locale;
    facts.letter.reader = reader(cast);
    facts.letter.account = account(cast);
    facts.letter.total_open = gbp(open(&facts.letter.account));
    if cast.extent == Extent::Short {
        facts.letter.work = None;
        facts.letter.invoice_enclosed = false;
    }
    facts
}

fn demand_for(cast: &Cast) -> DemandFacts {
    let mut facts = demand_facts();
    (facts.sender, facts.recipient) = parties(cast);
    facts.letter.locale = cast.locale;
    facts.letter.reader = reader(cast);
    facts.letter.account = account(cast);
    // These are of another account.
    facts.letter.payments.clear();
    let mut total = open(&facts.letter.account);
    match cast.extent {
        Extent::Short => {
            facts.letter.charges.clear();
            facts.letter.agreement = None;
            facts.letter.earlier_requests.clear();
            facts.letter.enclosures.clear();
            facts.letter.consequences.truncate(1);
            facts.delivery = None;
        }
        Extent::Typical => {}
        Extent::Long => {
            if let Some(agreement) = &mut facts.letter.agreement {
                let clause = agreement.clauses[0].clone();
                agreement.clauses.extend(vec![clause; 6]);
            }
        }
    }
    total += facts
        .letter
        .charges
        .iter()
        .map(|charge| charge.amount.minor())
        .sum::<i64>();
    facts.letter.total = gbp(total);
    facts
}
