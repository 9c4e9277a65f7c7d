//! What was invoiced and what was paid of it.

use domain::Rate;
use domain::invoice::Discount;
use domain::job::StageKind;
use domain::payment::PaymentMethod;

use super::bills::{Bill, bill, line, one, stage, standard_tax, zero_tax};
use super::maker::{Event, What};

fn private() -> Vec<Bill> {
    use PaymentMethod::{Card, Cheque};
    use StageKind::{Balance, Retainer};
    let album = vec![
        line("Album design, two rounds", 1_000, "", 180, standard_tax()),
        line("Printed book, 40 pages", 2_000, "", 290, zero_tax()),
    ];
    vec![
        stage("amelia-retainer", "amelia", Retainer, 300, 14).paid_by(296, Card),
        stage("amelia-balance", "amelia", Balance, 125, 21).paid(110),
        bill("amelia-album", "amelia", 48, 14, album)
            .of("amelia")
            .home()
            .paid_by(36, Card),
        stage("zoe-retainer", "zoe", Retainer, 210, 14).paid_by(205, Card),
        stage("zoe-balance", "zoe", Balance, 4, 14),
        stage("priya-retainer", "priya", Retainer, 190, 14).paid(184),
        stage("priya-balance", "priya", Balance, 26, 14),
        stage("aoife-retainer", "aoife", Retainer, 40, 14).paid_by(33, Card),
        bill(
            "marcus-party",
            "marcus",
            66,
            21,
            one("Silver wedding, five hours", 690),
        )
        .of("marcus")
        .home()
        .paid_by(47, Cheque),
        bill(
            "marcus-prints",
            "marcus",
            30,
            21,
            vec![line(
                "Print, 40 x 50 cm, framed",
                3_000,
                "",
                95,
                standard_tax(),
            )],
        )
        .home()
        .paid_by(14, Cheque),
        bill(
            "hannah-portrait",
            "hannah",
            76,
            14,
            one("Family portraits, Ilkley Moor", 420),
        )
        .of("hannah")
        .home()
        .paid_by(51, Card),
        bill(
            "hannah-prints",
            "hannah",
            20,
            14,
            vec![line("Print, 20 x 30 cm", 6_000, "", 24, standard_tax())],
        )
        .home()
        .paid_by(9, Card),
    ]
}

fn agency() -> Vec<Bill> {
    let months = [225, 195, 165, 135, 105, 75, 45, 15];
    let mut bills: Vec<Bill> = months
        .into_iter()
        .map(|ago| {
            let images = 20_000 + i64::from(ago % 7) * 3_000;
            let lines = vec![
                line(
                    "Image editing for the month",
                    images,
                    "image",
                    18,
                    standard_tax(),
                ),
                line("Archive and delivery", 1_000, "", 60, standard_tax()),
            ];
            let bill = bill(&format!("kite-{ago}"), "kite", ago, 30, lines);
            match ago {
                15 => bill,
                135 => bill.paid(102),
                _ => bill.paid(ago - 24),
            }
        })
        .collect();
    let campaign = vec![
        line(
            "Campaign photography, two days",
            2_000,
            "day",
            1_150,
            standard_tax(),
        ),
        line("Second photographer", 2_000, "day", 390, standard_tax()),
        line(
            "Commercial licence, two years",
            1_000,
            "",
            350,
            standard_tax(),
        ),
    ];
    bills.push(
        bill("kite-campaign", "kite", 60, 30, campaign)
            .of("kite")
            .less(Discount::Percent(Rate(50_000)))
            .paid(31),
    );
    bills
}

fn companies() -> Vec<Bill> {
    use PaymentMethod::Cheque;
    let flats = vec![
        line(
            "Interior and exterior photography, full day",
            2_000,
            "day",
            820,
            standard_tax(),
        ),
        line("Finishing", 28_000, "image", 12, standard_tax()),
    ];
    let mill_yard = vec![
        line(
            "Architectural photography, two days",
            2_000,
            "day",
            820,
            standard_tax(),
        ),
        line("Dusk photographs", 3_000, "image", 90, standard_tax()),
        line(
            "Presentation book for the jury, 40 pages",
            1_000,
            "",
            290,
            zero_tax(),
        ),
    ];
    let book = vec![
        line(
            "Photographs for the book, licence first edition",
            24_000,
            "image",
            85,
            standard_tax(),
        ),
        line("Captions in English", 24_000, "", 6, standard_tax()),
    ];
    vec![
        bill(
            "northgate-foyer",
            "northgate",
            240,
            30,
            one("Foyer and roof terrace, half day", 480),
        )
        .paid(214),
        bill("northgate-flats", "northgate", 98, 30, flats)
            .of("northgate")
            .order("NL-PO-0448")
            .part(50, 50_000),
        bill(
            "northgate-penthouse",
            "northgate",
            70,
            30,
            one("Penthouse, half day and 20 photographs", 720),
        )
        .of("northgate")
        .order("NL-PO-0467"),
        bill(
            "brightwater-spring",
            "brightwater",
            230,
            14,
            one("Spring cans, product photographs", 640),
        )
        .paid(220),
        bill(
            "brightwater-people",
            "brightwater",
            150,
            14,
            one("Brewers at work, half day", 480),
        )
        .paid(138),
        bill(
            "brightwater-summer",
            "brightwater",
            90,
            14,
            one("Summer cans, product photographs", 640),
        )
        .paid(79),
        bill(
            "brightwater-autumn",
            "brightwater",
            21,
            14,
            one("Autumn cans and taproom", 960),
        )
        .of("brightwater"),
        bill(
            "calder-school",
            "calder",
            270,
            30,
            one("Village school extension", 980),
        )
        .order("CF-2291")
        .paid(243),
        bill(
            "calder-bridge",
            "calder",
            180,
            30,
            one("Footbridge at first light", 620),
        )
        .order("CF-2340")
        .paid(151),
        bill(
            "calder-library",
            "calder",
            110,
            30,
            one("Library reading room", 740),
        )
        .order("CF-2388")
        .paid(82),
        bill("calder-mill-yard", "calder", 34, 30, mill_yard)
            .of("calder")
            .order("CF-2417"),
        bill(
            "calder-model",
            "calder",
            9,
            30,
            one("Competition model, studio half day", 480),
        )
        .order("CF-2433"),
        bill(
            "orsted-workshop",
            "orsted",
            250,
            30,
            one("Workshop portraits", 560),
        )
        .paid(224),
        bill(
            "orsted-catalogue",
            "orsted",
            170,
            30,
            one("Oak chair catalogue, 32 photographs", 1_780),
        )
        .of("orsted")
        .paid(131),
        bill(
            "orsted-fair",
            "orsted",
            85,
            30,
            one("Stand at the design fair", 690),
        )
        .paid(58),
        bill(
            "orsted-tables",
            "orsted",
            12,
            30,
            one("Table range, 18 photographs", 1_150),
        )
        .part(2, 40_000),
        bill(
            "guild-menus",
            "guild",
            260,
            30,
            one("Menus of eleven inns", 1_320),
        )
        .paid(235),
        bill(
            "guild-rooms",
            "guild",
            140,
            30,
            one("Rooms and gardens, two days", 1_640),
        )
        .paid(115),
        bill(
            "guild-dinner",
            "guild",
            27,
            30,
            one("Annual dinner: half in advance", 620),
        )
        .of("guild"),
        bill(
            "lindenhof-spring",
            "lindenhof",
            200,
            30,
            one("Spring chapter, 18 photographs", 1_260),
        )
        .of("lindenhof")
        .euros()
        .paid(171),
        bill(
            "lindenhof-summer",
            "lindenhof",
            120,
            30,
            one("Summer chapter, 16 photographs", 1_120),
        )
        .of("lindenhof")
        .euros()
        .paid(95),
        bill("lindenhof-book", "lindenhof", 24, 30, book)
            .of("lindenhof")
            .euros(),
        bill(
            "lindenhof-cover",
            "lindenhof",
            6,
            30,
            one("Cover photograph", 480),
        )
        .of("lindenhof")
        .euros(),
        bill(
            "rosa-spring",
            "rosa",
            145,
            30,
            one("Spring collection, 22 photographs", 580),
        )
        .paid(118),
        bill(
            "rosa-tiles",
            "rosa",
            34,
            30,
            one("Tile series and process", 460),
        )
        .paid_by(12, Cheque)
        .bounced(8)
        .paid(6),
        bill(
            "kofi-portraits",
            "kofi",
            155,
            14,
            one("Portraits for the new website", 320),
        )
        .paid(144),
        bill(
            "kofi-film",
            "kofi",
            39,
            14,
            one("A staircase in six days, film", 880),
        )
        .of("kofi")
        .paid(1),
        bill(
            "ottilie-spring",
            "ottilie",
            100,
            14,
            one("Spring season", 480),
        )
        .paid(88),
        bill(
            "ottilie-autumn",
            "ottilie",
            15,
            14,
            one("Autumn season and studio", 520),
        )
        .of("ottilie"),
    ]
}

fn public_bodies() -> Vec<Bill> {
    let portraits = vec![
        line(
            "Class photographs, fourteen classes",
            14_000,
            "",
            65,
            standard_tax(),
        ),
        line("Individual portraits", 396_000, "", 3, standard_tax()),
    ];
    let oswin = Bill {
        instalments: vec![-32, 2, 32],
        ..bill("oswin-portraits", "oswin", 62, 30, portraits)
    };
    let third = 83_920;
    vec![
        bill(
            "council-mayor",
            "council",
            220,
            30,
            one("Mayor making", 520),
        )
        .order("AVDC 4500871")
        .paid(192),
        bill(
            "council-parks",
            "council",
            130,
            30,
            one("Parks and open spaces, two days", 1_640),
        )
        .order("AVDC 4500939")
        .paid(104),
        bill(
            "council-heritage",
            "council",
            29,
            30,
            one("Heritage open days", 690),
        )
        .order("AVDC 4501007"),
        bill("council-civic", "council", 17, 30, one("Civic Day", 780))
            .of("council")
            .order("AVDC 4501022")
            .note("Order number as printed on your purchase order."),
        oswin.of("oswin").part(33, third),
        bill(
            "oswin-prospectus",
            "oswin",
            175,
            30,
            one("Prospectus photographs", 760),
        )
        .paid(150),
    ]
}

/// Begun and not issued.
fn drafts() -> Vec<Bill> {
    let team = vec![line(
        "Portraits of the team",
        12_000,
        "",
        45,
        standard_tax(),
    )];
    let dinner = one("Annual dinner: second half", 620);
    vec![
        bill("draft-guild", "guild", 9, 30, dinner),
        bill("draft-kite", "kite", 4, 30, team),
        bill("draft-rosa", "rosa", 1, 30, Vec::new()),
    ]
}

pub(super) fn plan(events: &mut Vec<Event>) {
    for mut bill in [private(), agency(), companies(), public_bodies()]
        .into_iter()
        .flatten()
    {
        let then = std::mem::take(&mut bill.then);
        events.push(Event {
            ago: bill.ago,
            what: What::Issued(Box::new(bill)),
        });
        events.extend(then);
    }
    events.extend(drafts().into_iter().map(|bill| Event {
        ago: bill.ago,
        what: What::Begun(Box::new(bill)),
    }));
}
