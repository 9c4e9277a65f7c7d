//! Believable facts for the papers under test.

use documents::*;
use domain::{CivilDate, Currency, Money, Quantity, Rate, UnitPrice};

pub(crate) fn day(year: i32, month: u32, day: u32) -> CivilDate {
    CivilDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn money(code: &str, minor: i64) -> Money {
    Money::new(minor, Currency::new(code).unwrap()).unwrap()
}

pub(crate) fn gbp(minor: i64) -> Money {
    money("GBP", minor)
}

/// A round logo with a soft edge on a transparent ground.
pub(crate) fn logo() -> Vec<u8> {
    let (width, height) = (360_u32, 120_u32);
    let mut samples = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (i64::from(x) - 60, i64::from(y) - 60);
            let far = dx * dx + dy * dy;
            let bar = (140..340).contains(&x) && (40..80).contains(&y);
            let pixel = match far {
                0..=400 => [201, 76, 44, 255],
                401..=1_200 => [255, 255, 255, 255],
                1_201..=3_400 => [29, 60, 92, 255],
                _ if bar => [29, 60, 92, 255],
                _ => [0, 0, 0, 0],
            };
            samples.extend(pixel);
        }
    }
    png(width, height, png::ColorType::Rgba, &samples)
}

pub(crate) fn png(width: u32, height: u32, colour: png::ColorType, samples: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    writer.finish().unwrap();
    bytes
}

pub(crate) fn sender() -> Sender {
    Sender {
        name: "Hollis & Wren Photography".into(),
        address: vec![
            "14 Canal Wharf".into(),
            "Leeds LS11 5PS".into(),
            "United Kingdom".into(),
        ],
        contact: vec![
            "+44 113 496 0142".into(),
            "studio@holliswren.example".into(),
        ],
        registrations: vec!["VAT GB 123 4567 89".into(), "Company no. 07654321".into()],
    }
}

pub(crate) fn recipient() -> Recipient {
    Recipient {
        name: "Peña & Jürgensen Publishing Ltd".into(),
        attention: Some("Žaneta Dvořáková, Accounts Payable".into()),
        address: vec![
            "68 Great Eastern Street".into(),
            "London EC2A 3JL".into(),
            "United Kingdom".into(),
        ],
        tax_id: None,
    }
}

pub(crate) fn how_to_pay(reference: &str) -> HowToPay {
    HowToPay {
        bank: Some(BankDetails {
            account_name: "Hollis & Wren Photography".into(),
            bank: Some("Starling Bank".into()),
            iban: Some("GB82WEST12345698765432".into()),
            bic: Some("SRLGGB2L".into()),
            branch: Some((BranchCode::SortCode, "12-34-56".into())),
            account_number: Some("98765432".into()),
            unchanged_since: None,
        }),
        link: None,
        cheque_payable_to: None,
        other: None,
        reference: reference.into(),
    }
}

/// One unit at a price in minor units.
pub(crate) fn line(
    description: &str,
    quantity: i64,
    price_minor: i64,
    running: i64,
) -> InvoiceLine {
    InvoiceLine {
        description: description.into(),
        detail: None,
        quantity: Quantity(quantity * 1_000),
        unit: None,
        unit_price: UnitPrice(price_minor * 100),
        discount: None,
        tax_rate: Some(Rate(200_000)),
        amount: gbp(quantity * price_minor),
        running_total: Some(gbp(running)),
    }
}

fn tax(rate: i64, taxable: i64, tax: i64) -> TaxLine {
    TaxLine {
        name: "VAT".into(),
        rate: Rate(rate),
        taxable: gbp(taxable),
        tax: gbp(tax),
        exemption: None,
    }
}

/// An invoice of twelve lines, one rate.
pub(crate) fn invoice_facts() -> InvoiceFacts {
    let work: [(&str, i64, i64); 12] = [
        (
            "Editorial portrait session, half day (on location, Kraków)",
            1,
            85_000,
        ),
        ("Assistant and digital technician, per day", 2, 32_000),
        (
            "Studio rental, Ørestad Studio B, incl. cyclorama",
            1,
            41_000,
        ),
        (
            "Post-production: colour grading and retouching, per image, including one round of changes",
            24,
            3_500,
        ),
        (
            "Licence: one-time print use, magazine cover, United Kingdom and Ireland, 12 months",
            1,
            120_000,
        ),
        (
            "Licence: web use, unlimited impressions, 24 months",
            1,
            64_000,
        ),
        ("Second shooter", 1, 48_000),
        ("Hair and make-up", 1, 26_000),
        (
            "Travel, train second class London – Kraków return",
            2,
            11_890,
        ),
        ("Accommodation, per night", 2, 12_900),
        ("Props and wardrobe, at cost; receipts attached", 1, 23_475),
        ("File delivery, archive copy and 10-year storage", 1, 9_500),
    ];
    let mut running = 0;
    let mut lines = Vec::new();
    for (text, quantity, price) in work {
        running += quantity * price;
        lines.push(line(text, quantity, price, running));
    }
    let vat = running / 5;
    InvoiceFacts {
        locale: Locale::british(),
        number: Some("INV-2026-0142".into()),
        issued_on: Some(day(2026, 3, 14)),
        supplied: Some(SupplyDate::On(day(2026, 3, 6))),
        sender: sender(),
        recipient: recipient(),
        subject: Some("Spring cover story “Wawel at dawn”, issue 42".into()),
        purchase_order: Some("PO-88213".into()),
        client_reference: None,
        order_reference: None,
        lines,
        sums: InvoiceSums {
            lines: gbp(running),
            discount: None,
            net: gbp(running),
            taxes: vec![tax(200_000, running, vat)],
            gross: gbp(running + vat),
            deductions: vec![],
            due: gbp(running + vat),
            tax_included: false,
        },
        instalments: vec![Instalment { due_on: day(2026, 3, 28), label: None, amount: gbp(running + vat) }],
        payment_terms: Some("Payment is due within 14 days of the invoice date, without deduction, by bank transfer to the account below, quoting the invoice number.".into()),
        late_clause: Some(late_clause()),
        how_to_pay: how_to_pay("INV-2026-0142"),
        notices: Vec::new(),
        is_tax_invoice: false,
        codes: Vec::new(),
        notes: None,
    }
}

pub(crate) fn late_clause() -> ClauseQuote {
    ClauseQuote {
        topic: ClauseTopic::LateCharge,
        number: "5.2".into(),
        words: Some("A sum not paid by its due date bears simple interest at 8 % a year above the Bank of England base rate until it is paid.".into()),
        page: Some(3),
    }
}

/// Two rates, an allowance, a discount on a line, an exempt part, a retainer deducted, three instalments.
pub(crate) fn rich_invoice() -> InvoiceFacts {
    let mut first = line(
        "Wedding photography, full day with two photographers",
        1,
        240_000,
        216_000,
    );
    first.detail = Some(
        "Saturday, 6 June 2026, Bolton Abbey; ten hours, edited gallery of about 600 pictures"
            .into(),
    );
    first.discount = Some(LineDiscount {
        rate: Some(Rate(100_000)),
        amount: gbp(24_000),
    });
    first.amount = gbp(216_000);
    let mut second = line("Engagement session", 2, 18_000, 243_000);
    second.quantity = Quantity(1_500);
    second.unit = Some("hours".into());
    second.amount = gbp(27_000);
    let mut third = line("Printed album, 30 × 30 cm, linen", 2, 24_000, 291_000);
    third.tax_rate = Some(Rate(0));
    let mut fourth = line("Image licence, per use", 125, 1, 291_125);
    fourth.unit_price = UnitPrice(125);
    fourth.unit = Some("uses".into());
    fourth.amount = gbp(156);
    fourth.running_total = Some(gbp(291_156));
    let mut facts = invoice_facts();
    facts.recipient = Recipient {
        name: "Ms Ελένη Παπαδοπούλου and Mr Łukasz Žižka".into(),
        attention: None,
        address: vec!["27 Woodhouse Lane".into(), "Leeds LS2 3AB".into()],
        tax_id: None,
    };
    facts.subject = Some("Your wedding on 6 June 2026".into());
    facts.purchase_order = None;
    facts.client_reference = Some("Papadopoulou / Žižka".into());
    facts.supplied = Some(SupplyDate::Period(day(2026, 5, 2), day(2026, 6, 6)));
    facts.lines = vec![first, second, third, fourth];
    facts.sums = InvoiceSums {
        lines: gbp(291_156),
        discount: Some(Deduction {
            description: "Early booking".into(),
            amount: gbp(5_000),
        }),
        net: gbp(286_156),
        taxes: vec![
            tax(200_000, 238_156, 47_631),
            TaxLine {
                exemption: Some(
                    "Zero-rated printed matter, VAT Act 1994, schedule 8, group 3".into(),
                ),
                ..tax(0, 48_000, 0)
            },
        ],
        gross: gbp(333_787),
        deductions: vec![Deduction {
            description:
                "Retainer, invoice INV-2026-0007 of 3 January 2026, paid on 5 January 2026".into(),
            amount: gbp(50_000),
        }],
        due: gbp(283_787),
        tax_included: false,
    };
    facts.instalments = vec![
        Instalment {
            due_on: day(2026, 5, 1),
            label: Some("On booking the venue".into()),
            amount: gbp(100_000),
        },
        Instalment {
            due_on: day(2026, 5, 30),
            label: None,
            amount: gbp(100_000),
        },
        Instalment {
            due_on: day(2026, 6, 20),
            label: Some("Balance".into()),
            amount: gbp(83_787),
        },
    ];
    facts.notes = Some("Thank you for letting us be there.".into());
    facts
}

/// An invoice of `count` lines of one pound each.
pub(crate) fn long_invoice(count: i64) -> InvoiceFacts {
    let mut facts = invoice_facts();
    let text = |n: i64| format!("Retouched image {n:03}, high resolution");
    facts.lines = (1..=count)
        .map(|n| line(&text(n), 1, 12_345, n * 12_345))
        .collect();
    let (net, vat) = (count * 12_345, count * 2_469);
    facts.sums.lines = gbp(net);
    facts.sums.net = gbp(net);
    facts.sums.taxes = vec![tax(200_000, net, vat)];
    facts.sums.gross = gbp(net + vat);
    facts.sums.due = gbp(net + vat);
    facts.instalments[0].amount = gbp(net + vat);
    facts
}

pub(crate) fn account_line(
    invoice: &str,
    issued: CivilDate,
    due: CivilDate,
    amount: i64,
    paid: i64,
) -> AccountLine {
    AccountLine {
        invoice: invoice.into(),
        issued_on: issued,
        due_on: due,
        amount: gbp(amount),
        paid: gbp(paid),
        open: gbp(amount - paid),
    }
}

pub(crate) fn writer() -> Writer {
    Writer {
        name: "Imogen Hollis".into(),
        business: "Hollis & Wren Photography".into(),
        contact: vec![
            "studio@holliswren.example".into(),
            "+44 113 496 0142".into(),
        ],
    }
}

pub(crate) fn reminder_facts() -> ReminderFacts {
    ReminderFacts {
        sender: sender(),
        recipient: recipient(),
        reference: Some("INV-2026-0142".into()),
        delivery: None,
        codes: Vec::new(),
        letter: FriendlyReminder {
            locale: Locale::british(),
            date: day(2026, 4, 2),
            reader: Reader::Organisation {
                name: recipient().name,
                contact: Some("Ms Dvořáková".into()),
            },
            writer: writer(),
            work: Some("the cover story “Wawel at dawn”".into()),
            account: vec![account_line(
                "INV-2026-0142",
                day(2026, 3, 14),
                day(2026, 3, 28),
                802_266,
                0,
            )],
            total_open: gbp(802_266),
            invoice_enclosed: true,
            how_to_pay: how_to_pay("INV-2026-0142"),
            reserve_rights: false,
        },
    }
}

/// 12 % on what was open of the first invoice, for 37 days.
pub(crate) fn interest() -> ChargeLine {
    ChargeLine {
        description: "Interest on invoice INV-2026-0142".into(),
        basis: "clause 5.2 of the agreement".into(),
        amount: gbp(8_543),
        interest: Some(Interest {
            principal: gbp(702_266),
            rate: Rate(120_000),
            per: RatePer::Year {
                days: 37,
                days_in_year: 365,
            },
            from: day(2026, 3, 29),
            to: day(2026, 5, 4),
        }),
    }
}

pub(crate) fn demand_facts() -> DemandFacts {
    let payment = ClauseQuote {
        topic: ClauseTopic::Payment,
        number: "4.2".into(),
        words: Some("The balance is payable within 14 days of the date of the invoice, in one sum and without deduction.".into()),
        page: Some(2),
    };
    let licence = ClauseQuote {
        topic: ClauseTopic::Licence,
        number: "7.1".into(),
        words: None,
        page: None,
    };
    DemandFacts {
        sender: sender(),
        recipient: recipient(),
        reference: Some("Case 2026-0007".into()),
        delivery: Some(Delivery {
            ways: vec![DeliveryWay::SignedFor, DeliveryWay::Email],
            tracking: Some("AB 1234 5678 9 GB".into()),
        }),
        codes: Vec::new(),
        letter: FormalDemand {
            locale: Locale::british(),
            date: day(2026, 5, 4),
            reader: Reader::Organisation { name: recipient().name, contact: None },
            writer: writer(),
            agreement: Some(AgreementCited {
                title: "Commission for editorial photography".into(),
                made_on: Some(day(2026, 2, 2)),
                clauses: vec![payment, late_clause(), licence],
            }),
            work: Some("an editorial portrait session in Kraków on 6 March 2026; the pictures were delivered on 12 March 2026 and printed in issue 42".into()),
            account: vec![
                account_line("INV-2026-0142", day(2026, 3, 14), day(2026, 3, 28), 802_266, 100_000),
                account_line("INV-2026-0151", day(2026, 3, 20), day(2026, 4, 3), 48_000, 0),
            ],
            payments: vec![PaymentSeen {
                on: day(2026, 4, 10),
                amount: gbp(100_000),
                invoice: "INV-2026-0142".into(),
            }],
            charges: vec![interest()],
            total: gbp(702_266 + 48_000 + 8_543),
            per_diem: Some(PerDiem { amount: gbp(231), from: day(2026, 5, 5) }),
            deadline: day(2026, 5, 18),
            earlier_requests: vec![
                EarlierRequest { on: day(2026, 4, 2), by: Medium::Email },
                EarlierRequest { on: day(2026, 4, 14), by: Medium::Phone },
                EarlierRequest { on: day(2026, 4, 20), by: Medium::Letter },
            ],
            how_to_pay: how_to_pay("INV-2026-0142"),
            offer_mediation: true,
            consequences: vec![
                Consequence::Claim { court: Some("the County Court".into()) },
                Consequence::InterestAndCosts,
                Consequence::Licence { clause: "7.1".into() },
            ],
            enclosures: vec![
                "1. Invoices INV-2026-0142 and INV-2026-0151".into(),
                "2. Commission for editorial photography of 2 February 2026".into(),
                "3. Statement of account".into(),
            ],
        },
    }
}

/// What an American business chose.
pub(crate) fn us_look() -> Look {
    Look {
        paper: Paper::Letter,
        envelope: Envelope::find("us-10"),
        ..Look::default()
    }
}

pub(crate) fn logo_look() -> Look {
    Look {
        logo: Some(logo()),
        ..Look::default()
    }
}

pub(crate) fn uk_look() -> Look {
    Look {
        envelope: Envelope::find("uk-dl"),
        accent: [0x9e, 0x1f, 0x1f],
        ..logo_look()
    }
}

/// The same invoice for and by Americans.
pub(crate) fn american(mut facts: InvoiceFacts) -> InvoiceFacts {
    facts.locale = Locale::find("en-US").unwrap();
    facts.sender.address = vec![
        "2210 Harmon Avenue, Suite 4".into(),
        "Austin, TX 78704".into(),
    ];
    facts.sender.registrations = vec![];
    facts.recipient.address = vec!["500 Congress Avenue".into(), "Austin, TX 78701".into()];
    facts
}
