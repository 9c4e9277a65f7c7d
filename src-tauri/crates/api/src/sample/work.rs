//! The price list, the jobs with their agreements, and when each was booked and delivered.

use domain::agreement::{AgreementFacts, Term, TermKind};
use domain::calendar::days_before;
use domain::invoice::PriceItem;
use domain::job::{JobFacts, JobKind, Schedule};
use domain::{CivilDate, Currency, Money, Rate, UnitPrice};

use super::bills::{line, standard_tax, zero_tax};
use super::chase::day_from;
use super::maker::{Event, Maker, What, add_price, nobody};
use crate::error::ApiError;

/// A job as it is booked.
pub(super) struct Booking {
    pub(super) key: &'static str,
    pub(super) client: &'static str,
    pub(super) facts: JobFacts,
    pub(super) agreement: Option<AgreementFacts>,
}

pub(super) async fn add_prices(maker: &mut Maker) -> Result<(), ApiError> {
    let pounds = Currency::new("GBP")?;
    let single = |name: &str, description: &str, unit: &str, price: i64| PriceItem {
        name: name.to_owned(),
        description: description.to_owned(),
        unit: unit.to_owned(),
        unit_price: UnitPrice(price * 10_000),
        currency: pounds,
        tax: standard_tax(),
        parts: Vec::new(),
    };
    let package = |name: &str, description: &str, parts: Vec<domain::invoice::Line>| PriceItem {
        parts,
        ..single(name, description, "", 0)
    };
    let mut book = single(
        "Printed book, 40 pages",
        "Layflat book, 30 x 30 cm",
        "",
        290,
    );
    book.tax = zero_tax();
    let items = vec![
        single("Half day", "Up to four hours on location", "", 480),
        single("Full day", "Up to eight hours on location", "day", 820),
        single("Extra hour", "", "hour", 115),
        single("Second photographer", "Full day", "day", 390),
        single("Retouching", "Beyond what is included", "image", 18),
        single(
            "Commercial licence",
            "Web and print, two years, United Kingdom",
            "",
            350,
        ),
        single("Travel", "Beyond 30 miles of Leeds", "mile", 1),
        book,
        package(
            "Wedding, full day",
            "Ten hours, two photographers, online gallery",
            vec![
                line(
                    "Wedding photography, ten hours",
                    1_000,
                    "",
                    1_450,
                    standard_tax(),
                ),
                line("Second photographer", 1_000, "", 390, standard_tax()),
                line("Online gallery, one year", 1_000, "", 120, standard_tax()),
            ],
        ),
        package(
            "Wedding with book",
            "The full day and a printed book",
            vec![
                line(
                    "Wedding photography, ten hours",
                    1_000,
                    "",
                    1_450,
                    standard_tax(),
                ),
                line("Second photographer", 1_000, "", 390, standard_tax()),
                line("Printed book, 40 pages", 1_000, "", 290, zero_tax()),
            ],
        ),
        package(
            "Property set",
            "One building, 20 finished photographs",
            vec![
                line(
                    "Interior and exterior photography, half day",
                    1_000,
                    "",
                    480,
                    standard_tax(),
                ),
                line("Finishing", 20_000, "image", 12, standard_tax()),
            ],
        ),
    ];
    for item in items {
        add_price(maker, item).await?;
    }
    Ok(())
}

/// The terms that the studio's own contract has, with its words.
fn contract(title: &str, signed_on: CivilDate, with_words: bool) -> AgreementFacts {
    let term = |kind, clause: &str, words: &str, page, days| Term {
        kind,
        clause: clause.to_owned(),
        words: if with_words {
            words.to_owned()
        } else {
            String::new()
        },
        page: Some(page),
        days,
    };
    AgreementFacts {
        title: title.to_owned(),
        signed_on: Some(signed_on),
        terms: vec![
            term(
                TermKind::Payment,
                "4.1",
                "Each invoice is payable within 30 days of its date.",
                2,
                Some(30),
            ),
            term(
                TermKind::LateCharge,
                "4.3",
                "On sums unpaid after the due date the Client pays interest at 8 % a year above the Bank of England base rate.",
                2,
                None,
            ),
            term(
                TermKind::LicenceOnPayment,
                "6.2",
                "The licence to use the photographs begins when the invoice has been paid in full.",
                3,
                None,
            ),
            term(
                TermKind::DisputeRoute,
                "9",
                "Objections to an invoice are made in writing within 14 days of receiving it.",
                4,
                None,
            ),
        ],
    }
}

fn wedding_contract(title: &str, signed_on: CivilDate) -> AgreementFacts {
    let term = |kind, clause: &str, words: &str, days| Term {
        kind,
        clause: clause.to_owned(),
        words: words.to_owned(),
        page: Some(1),
        days,
    };
    AgreementFacts {
        title: title.to_owned(),
        signed_on: Some(signed_on),
        terms: vec![
            term(
                TermKind::Deposit,
                "2",
                "A retainer of 30 % reserves the date and is not returned when the Client cancels.",
                None,
            ),
            term(
                TermKind::Payment,
                "3",
                "The balance is payable three weeks before the wedding day.",
                None,
            ),
            term(
                TermKind::Cancellation,
                "5",
                "Within 60 days of the wedding day the whole price is payable.",
                None,
            ),
        ],
    }
}

/// What, for whom, of which kind, at which price in pounds, where.
struct Plan {
    key: &'static str,
    client: &'static str,
    title: &'static str,
    kind: JobKind,
    pounds: i64,
    place: &'static str,
    /// Days ago it was booked.
    booked: u32,
    /// Days from today to the event; negative lies back.
    event: i64,
    /// Days ago it was delivered.
    delivered: Option<u32>,
    /// Days before the event by which the balance is due, for jobs with a retainer.
    balance: Option<u32>,
}

#[rustfmt::skip]
const PLANS: &[Plan] = &[
    Plan { key: "amelia", client: "amelia", title: "Hart & Okafor wedding", kind: JobKind::Wedding, pounds: 2350, place: "Denton Reach, Ilkley", booked: 300, event: -97, delivered: Some(52), balance: Some(7) },
    Plan { key: "zoe", client: "zoe", title: "Fairbanks & Wiśniewski wedding", kind: JobKind::Wedding, pounds: 2680, place: "Merchant Hall, York", booked: 210, event: 24, delivered: None, balance: Some(14) },
    Plan { key: "priya", client: "priya", title: "Raman & Ellery wedding", kind: JobKind::Wedding, pounds: 3120, place: "Ripley Gardens, Harrogate", booked: 190, event: 9, delivered: None, balance: Some(21) },
    Plan { key: "aoife", client: "aoife", title: "Gallagher & Featherstonehaugh-Cholmondeley wedding", kind: JobKind::Wedding, pounds: 3480, place: "Studley Lane, Ripon", booked: 40, event: 122, delivered: None, balance: Some(21) },
    Plan { key: "marcus", client: "marcus", title: "Silver wedding of Marcus and Elaine", kind: JobKind::Event, pounds: 690, place: "Spofforth Hill, Wetherby", booked: 160, event: -74, delivered: Some(68), balance: None },
    Plan { key: "hannah", client: "hannah", title: "Brooke family portraits", kind: JobKind::Portrait, pounds: 420, place: "Ilkley Moor", booked: 110, event: -84, delivered: Some(78), balance: None },
    Plan { key: "siobhan", client: "siobhan", title: "Newborn session at home", kind: JobKind::Portrait, pounds: 340, place: "Skipton", booked: 34, event: -15, delivered: Some(6), balance: None },
    Plan { key: "northgate", client: "northgate", title: "Northgate Lofts show flats", kind: JobKind::Property, pounds: 1980, place: "Vicar Lane, Leeds", booked: 130, event: -104, delivered: Some(99), balance: None },
    Plan { key: "brightwater", client: "brightwater", title: "Autumn cans and taproom", kind: JobKind::Commercial, pounds: 960, place: "Wharf Street, Bradford", booked: 45, event: -27, delivered: Some(22), balance: None },
    Plan { key: "calder", client: "calder", title: "Mill Yard housing, finished buildings", kind: JobKind::Property, pounds: 2150, place: "Mill Yard, Saltaire", booked: 66, event: -42, delivered: Some(35), balance: None },
    Plan { key: "orsted", client: "orsted", title: "Oak chair catalogue", kind: JobKind::Commercial, pounds: 1780, place: "Kelham Forge, Sheffield", booked: 200, event: -180, delivered: Some(171), balance: None },
    Plan { key: "kite", client: "kite", title: "Harvest campaign stills", kind: JobKind::Commercial, pounds: 3400, place: "Stevenson Square, Manchester", booked: 92, event: -70, delivered: Some(61), balance: None },
    Plan { key: "guild", client: "guild", title: "Annual dinner and awards", kind: JobKind::Event, pounds: 1240, place: "The Assembly Rooms, Harrogate", booked: 30, event: 35, delivered: None, balance: None },
    Plan { key: "lindenhof", client: "lindenhof", title: "Moorland: a walker's year", kind: JobKind::Editorial, pounds: 2600, place: "Upper Nidderdale", booked: 215, event: -130, delivered: Some(26), balance: None },
    Plan { key: "council", client: "council", title: "Civic Day", kind: JobKind::Event, pounds: 780, place: "Market Place, Bingley", booked: 50, event: -21, delivered: Some(18), balance: None },
    Plan { key: "oswin", client: "oswin", title: "School portraits, all classes", kind: JobKind::Portrait, pounds: 2100, place: "Chapel Lane, Pudsey", booked: 95, event: -72, delivered: Some(63), balance: None },
    Plan { key: "rosa", client: "rosa", title: "Winter collection", kind: JobKind::Commercial, pounds: 640, place: "The Kiln, Hebden Bridge", booked: 20, event: -8, delivered: Some(3), balance: None },
    Plan { key: "kofi", client: "kofi", title: "A staircase in six days, film", kind: JobKind::Film, pounds: 880, place: "Holbeck Sidings, Leeds", booked: 70, event: -50, delivered: Some(40), balance: None },
    Plan { key: "ottilie", client: "ottilie", title: "Autumn season and studio", kind: JobKind::Commercial, pounds: 520, place: "Boroughgate, Otley", booked: 32, event: -20, delivered: Some(16), balance: None },
];

/// Weddings are on Saturdays; the one on or after the day.
fn saturday(day: CivilDate) -> CivilDate {
    use chrono::{Datelike, Weekday};
    let ahead = Weekday::Sat.num_days_from_monday() + 7 - day.weekday().num_days_from_monday();
    domain::calendar::days_after(day, ahead % 7)
}

pub(super) fn plan(today: CivilDate, events: &mut Vec<Event>) {
    for plan in PLANS {
        let event_on = day_from(today, plan.event);
        let signed_on = days_before(today, plan.booked);
        let agreement = match plan.key {
            "northgate" => Some(contract("Photography agreement", signed_on, true)),
            // The owner noted the clauses of this one and did not copy their words.
            "kite" => Some(contract("Framework agreement", signed_on, false)),
            "priya" => Some(wedding_contract("Wedding agreement", signed_on)),
            _ => None,
        };
        let schedule = match plan.balance {
            Some(balance_days_before_event) => Schedule::RetainerAndBalance {
                retainer: Rate(300_000),
                balance_days_before_event,
            },
            None => Schedule::AtOnce,
        };
        let currency = if plan.client == "lindenhof" {
            "EUR"
        } else {
            "GBP"
        };
        let price = Currency::new(currency)
            .and_then(|currency| Money::new(plan.pounds * 100, currency))
            .ok();
        let facts = JobFacts {
            client: nobody(),
            title: plan.title.to_owned(),
            kind: plan.kind,
            event_on: Some(if plan.kind == JobKind::Wedding {
                saturday(event_on)
            } else {
                event_on
            }),
            delivered_on: None,
            price,
            booked_on: None,
            schedule,
            place: plan.place.to_owned(),
            note: String::new(),
        };
        let booking = Booking {
            key: plan.key,
            client: plan.client,
            facts,
            agreement,
        };
        events.push(Event {
            ago: plan.booked,
            what: What::Booked(Box::new(booking)),
        });
        if let Some(ago) = plan.delivered {
            events.push(Event {
                ago,
                what: What::Delivered { job: plan.key },
            });
        }
    }
}
