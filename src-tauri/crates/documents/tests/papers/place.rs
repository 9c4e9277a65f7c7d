//! Where things stand on the sheet: windows, marks, the three letterheads.

use documents::{
    DocumentError, Envelope, Letterhead, Look, Recipient, Sender, Zone, demand, invoice, reminder,
};

use crate::facts::*;
use crate::read::boxes;

type Made = Result<Vec<u8>, DocumentError>;

/// Every kind that goes into a window envelope, to this recipient.
fn papers(sender: &Sender, recipient: &Recipient, look: &Look) -> [(&'static str, Made); 3] {
    let mut bill = invoice_facts();
    let mut note = reminder_facts();
    let mut letter = demand_facts();
    bill.recipient = recipient.clone();
    note.recipient = recipient.clone();
    letter.recipient = recipient.clone();
    bill.sender = sender.clone();
    note.sender = sender.clone();
    letter.sender = sender.clone();
    [
        ("invoice", invoice(&bill, look)),
        ("reminder", reminder(&note, look)),
        ("demand", demand(&letter, look)),
    ]
}

fn edges(zone: Zone) -> [f64; 4] {
    [zone.left, zone.top, zone.right, zone.bottom]
        .map(|edge| f64::from(i32::try_from(edge.in_thousandths()).unwrap()) / 1_000.0)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Read back from the finished file: in the zone that may show there are the return line and the address, and the
/// address is sure to show.
fn assert_shows_only_the_address(
    name: &str,
    bytes: &[u8],
    envelope: &Envelope,
    (sender, recipient): (&Sender, &Recipient),
) {
    let [safe, out] = [envelope.safe(), envelope.keep_out()].map(edges);
    let seen: Vec<_> = boxes(name, bytes)
        .into_iter()
        .filter(|(page, at, _)| {
            // A word's box is as tall as its face; its letters fill the middle.
            let inset = (at[3] - at[1]) * 0.2;
            *page == 1
                && at[0] < out[2]
                && at[2] > out[0]
                && at[1] + inset < out[3]
                && at[3] - inset > out[1]
        })
        .collect();
    let shown: String = seen
        .iter()
        .map(|(_, _, word)| letters(word).replace("&amp;", "&"))
        .collect();
    let address: String = std::iter::once(&recipient.name)
        .chain(&recipient.attention)
        .chain(&recipient.address)
        .map(|line| letters(line))
        .collect();
    let returned: Vec<String> = std::iter::once(&sender.name)
        .chain(&sender.address)
        .map(|line| letters(line))
        .collect();
    // Where the return line takes two lines, the dot between them falls away.
    let shown = shown.replace('·', "");
    assert!(
        shown == format!("{}{address}", returned.concat()) || shown == address,
        "{name} shows: {shown}"
    );
    let count = seen.len();
    let words = address_words(recipient);
    for (_, at, word) in &seen[count - words..] {
        let inset = (at[3] - at[1]) * 0.2;
        assert!(
            at[0] >= safe[0]
                && at[2] <= safe[2]
                && at[1] + inset >= safe[1]
                && at[3] - inset <= safe[3],
            "{name}: {word} at {at:?} is not sure to show in {safe:?}"
        );
    }
}

fn address_words(recipient: &Recipient) -> usize {
    std::iter::once(&recipient.name)
        .chain(&recipient.attention)
        .chain(&recipient.address)
        .map(|line| line.split_whitespace().count())
        .sum()
}

#[test]
fn on_every_kind_the_window_shows_the_address_and_nothing_private() {
    let mut recipient = recipient();
    recipient.attention = None;
    let sender = sender();
    for (index, envelope) in Envelope::all().into_iter().enumerate() {
        let look = Look {
            paper: envelope.paper(),
            envelope: Some(envelope.clone()),
            letterhead: Letterhead::ALL[index % 3],
            ..if index % 2 == 0 {
                Look::default()
            } else {
                logo_look()
            }
        };
        for (kind, made) in papers(&sender, &recipient, &look) {
            let name = format!("window-{}-{kind}", envelope.id());
            assert_shows_only_the_address(&name, &made.unwrap(), &envelope, (&sender, &recipient));
        }
    }
}

#[test]
fn each_letterhead_is_set_with_a_logo_and_without() {
    let short = sender();
    let long = Sender {
        name: "Wolfeschlegelsteinhausenbergerdorff and Daughters Photography "
            .repeat(4)
            .chars()
            .take(200)
            .collect(),
        ..short.clone()
    };
    for (name, sender) in [("short", &short), ("long", &long)] {
        for letterhead in Letterhead::ALL {
            let ids = match name {
                "short" => ["din-5008-b", "din-5008-a", "fr-dl-right", "us-10"].as_slice(),
                _ => &["din-5008-a", "us-10"],
            };
            for id in ids {
                for base in [Look::default(), logo_look()] {
                    let envelope = Envelope::find(id).unwrap();
                    let with = if base.logo.is_some() { "logo" } else { "name" };
                    let name = format!("letterhead-{}-{id}-{name}-{with}", letterhead.id());
                    let look = Look {
                        paper: envelope.paper(),
                        envelope: Some(envelope),
                        letterhead,
                        ..base
                    };
                    let mut facts = invoice_facts();
                    facts.sender = sender.clone();
                    let words = boxes(&name, &invoice(&facts, &look).unwrap());
                    let text: String = words.iter().map(|(_, _, word)| word.as_str()).collect();
                    assert!(
                        letters(&text.replace("&amp;", "&")).contains(&letters(&sender.name)),
                        "{name}: the whole name is said"
                    );
                }
            }
        }
    }
}
