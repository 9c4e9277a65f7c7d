//! Random papers: any name, any length, any sum, on every paper and envelope. The same thousand each time.

use super::facts::*;
use super::kinds::summed;
use super::{Margins, drawn, faults_of};
use crate::units::Length;
use crate::*;

/// A small generator of numbers (xorshift), so that a failure names a seed that fails again.
struct Dice {
    state: u64,
    /// Sums of the paper go up to the limit of their type.
    limit: bool,
}

impl Dice {
    fn of(seed: u64) -> Self {
        Self {
            state: (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15),
            limit: seed.is_multiple_of(8),
        }
    }

    fn below(&mut self, most: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) % most.max(1)
    }

    fn chance(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = self.below(u64::try_from(from.len()).unwrap());
        &from[usize::try_from(at).unwrap()]
    }

    fn words(&mut self, most: u64) -> String {
        let count = 1 + self.below(most);
        let words: Vec<&str> = (0..count).map(|_| *self.pick(WORDS)).collect();
        words.join(" ")
    }

    /// Small, ordinary or at the limit.
    fn minor(&mut self) -> i64 {
        let limit = domain::money::MAX_MINOR.unsigned_abs();
        let largest = if self.limit { limit } else { 100_000_000 };
        let most = *self.pick(&[100, 100_000, 10_000_000, largest]);
        i64::try_from(self.below(most)).unwrap()
    }
}

const WORDS: &[&str] = &[
    "a",
    "Ó",
    "Zoë",
    "Łukasz",
    "Ørsted-Ñandú",
    "Ελένη",
    "Παπαδοπούλου",
    "Щукин",
    "Їжаченко",
    "photography",
    "Wolfeschlegelsteinhausenbergerdorff",
    "(INV-2026-0142)",
    "“quoted”",
    "12.345,67",
    "hello@holliswren.example",
    "https://holliswren.example/pay/2026/0142/abcdefghijklmnop",
    "e\u{301}\u{302}",
    "&",
    "…",
    "x\ny",
    "ﬁnance",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "no\u{a0}break\u{a0}here",
    "\u{202e}dne",
    "WWWWWWWWWWWWWWWW",
    "iiiiiiiiiiiiiiiiiiiiii",
    "−5",
    "ß",
];

fn sender_of(dice: &mut Dice) -> Sender {
    let mut of = sender();
    of.name = dice.words(5);
    of.address = (0..dice.below(5)).map(|_| dice.words(3)).collect();
    of.contact = (0..dice.below(4)).map(|_| dice.words(2)).collect();
    of.registrations = (0..dice.below(4)).map(|_| dice.words(4)).collect();
    of
}

fn recipient_of(dice: &mut Dice) -> Recipient {
    let mut of = recipient();
    of.name = dice.words(6);
    of.attention = dice.chance(2).then(|| dice.words(3));
    of.address = (0..dice.below(6)).map(|_| dice.words(3)).collect();
    of
}

fn look_of(dice: &mut Dice) -> Look {
    let envelopes = Envelope::all();
    let envelope = dice.chance(4).then(|| dice.pick(&envelopes).clone());
    let paper = match &envelope {
        Some(envelope) => envelope.paper(),
        None => *dice.pick(&[Paper::A4, Paper::Letter]),
    };
    Look {
        paper,
        envelope,
        letterhead: *dice.pick(&Letterhead::ALL),
        logo: dice.chance(2).then(logo),
        ..Look::default()
    }
}

fn locale_of(dice: &mut Dice) -> Locale {
    let tags: Vec<&str> = Locale::tags().collect();
    let tag: &&str = dice.pick(&tags);
    Locale::find(tag).unwrap()
}

fn line_of(dice: &mut Dice) -> InvoiceLine {
    let most = *dice.pick(&[3, 8, 8, 30]);
    let text = dice.words(most);
    // Hundreds of lines still add up to a sum within the limit.
    let mut of = line(&text, 1, dice.minor() / 400, 0);
    of.unit = dice.chance(3).then(|| dice.words(1));
    of.detail = dice.chance(4).then(|| dice.words(20));
    of
}

fn invoice_of(dice: &mut Dice) -> InvoiceFacts {
    let mut of = invoice_facts();
    of.locale = locale_of(dice);
    of.sender = sender_of(dice);
    of.recipient = recipient_of(dice);
    let most = if dice.chance(60) {
        200
    } else {
        *dice.pick(&[1, 3, 6, 12])
    };
    of.lines = (0..dice.below(most + 1)).map(|_| line_of(dice)).collect();
    if of.lines.is_empty() {
        of.number = None;
    } else {
        of.number = Some(dice.words(1));
    }
    of.subject = dice.chance(2).then(|| dice.words(14));
    of.purchase_order = dice.chance(2).then(|| dice.words(2));
    of.notes = dice.chance(2).then(|| dice.words(60));
    of.payment_terms = dice.chance(2).then(|| dice.words(60));
    of.how_to_pay.reference = dice.words(2);
    summed(of)
}

fn reminder_of(dice: &mut Dice) -> ReminderFacts {
    let mut of = reminder_facts();
    of.letter.locale = locale_of(dice);
    of.sender = sender_of(dice);
    of.recipient = recipient_of(dice);
    of.letter.work = dice.chance(2).then(|| dice.words(12));
    of.letter.account = account_of(dice);
    of.letter.total_open = gbp(open(&of.letter.account));
    of
}

fn account_of(dice: &mut Dice) -> Vec<AccountLine> {
    let most = *dice.pick(&[1, 3, 5, 20]);
    let day = |dice: &mut Dice| day(2026, 1 + u32::try_from(dice.below(12)).unwrap(), 28);
    let lines = (0..=dice.below(most)).map(|_| {
        let (issued, due) = (day(dice), day(dice));
        account_line(&dice.words(2), issued, due, 1 + dice.minor() / 100, 0)
    });
    lines.collect()
}

fn open(account: &[AccountLine]) -> i64 {
    account.iter().map(|line| line.open.minor()).sum()
}

fn demand_of(dice: &mut Dice) -> DemandFacts {
    let mut of = demand_facts();
    of.letter.locale = locale_of(dice);
    of.sender = sender_of(dice);
    of.recipient = recipient_of(dice);
    of.reference = dice.chance(2).then(|| dice.words(2));
    if dice.chance(2) {
        of.delivery = None;
    }
    of.letter.account = account_of(dice);
    of.letter.payments.clear();
    for charge in &mut of.letter.charges {
        charge.description = dice.words(20);
    }
    let charges = of.letter.charges.iter().map(|charge| charge.amount.minor());
    let total = open(&of.letter.account) + charges.sum::<i64>();
    of.letter.total = gbp(total);
    if let Some(agreement) = &mut of.letter.agreement {
        for clause in &mut agreement.clauses {
            clause.words = clause.words.is_some().then(|| dice.words(50));
        }
    }
    of.letter.enclosures = (0..dice.below(8)).map(|_| dice.words(12)).collect();
    of
}

/// Facts that no page can hold; each says what to shorten. Ordinary sums always fit.
fn is_refusal(error: &DocumentError, dice: &Dice) -> bool {
    match error {
        DocumentError::AddressTooTall { .. } | DocumentError::Overflow { block: "page head" } => {
            true
        }
        DocumentError::Overflow { .. } => dice.limit,
        _ => false,
    }
}

const COUNT: u64 = 1_000;

#[test]
fn nothing_overlaps_or_is_cut_on_a_thousand_random_papers() {
    let margins = Margins {
        left: Length::points(20),
        right: Length::points(57),
        top: Length::points(30),
        bottom: Length::points(20),
    };
    let (mut papers, mut pages) = (0, 0);
    let mut wrong = Vec::new();
    for seed in 0..COUNT {
        let mut dice = Dice::of(seed);
        let look = look_of(&mut dice);
        let made = match dice.below(4) {
            0 => drawn(|| reminder(&reminder_of(&mut dice), &look)),
            1 => drawn(|| demand(&demand_of(&mut dice), &look)),
            _ => drawn(|| invoice(&invoice_of(&mut dice), &look)),
        };
        match made {
            Ok(made) => {
                wrong.extend(faults_of(&format!("seed {seed}"), &made, margins));
                papers += 1;
                pages += made.len();
            }
            Err(error) if is_refusal(&error, &dice) => {}
            Err(error) => wrong.push(format!("seed {seed}: {error}")),
        }
    }
    let some = wrong
        .iter()
        .take(12)
        .map(String::as_str)
        .collect::<Vec<_>>();
    assert!(
        wrong.is_empty(),
        "{} faults:\n{}",
        wrong.len(),
        some.join("\n")
    );
    assert!(papers > COUNT * 3 / 4, "{papers} papers were made");
    assert!(pages > 1_500, "{pages} pages");
}
