//! The business and its clients: invented people at reserved mail domains, telephone numbers set aside for
//! fiction, and test numbers where a bank or a tax office would look.

use domain::Currency;
use domain::business::{BankAccount, Business, PaperSize};
use domain::client::{Address, ClientFacts, ClientKind, Person, PersonRole};

use super::ZONE;
use super::maker::Maker;
use crate::error::ApiError;
use crate::wire::{ClientSave, Saved};

pub(super) fn business() -> Result<Business, ApiError> {
    Ok(Business {
        name: "Wren Alder".to_owned(),
        trading_name: "Field & Grain".to_owned(),
        address: address(
            &["Unit 7, Tannery Yard", "14 Calls Wharf"],
            "LS2 7EX",
            "Leeds",
            "GB",
        ),
        email: "hello@fieldandgrain.example".to_owned(),
        phone: "0113 496 0142".to_owned(),
        website: "fieldandgrain.example".to_owned(),
        vat_id: "GB999999973".to_owned(),
        tax_number: String::new(),
        registration: domain::business::Registration::default(),
        currency: Currency::new("GBP")?,
        time_zone: ZONE.to_owned(),
        paper: PaperSize::A4,
        language: "en-GB".to_owned(),
        bank: BankAccount {
            holder: "Wren Alder t/a Field & Grain".to_owned(),
            bank: "Test Bank".to_owned(),
            iban: "GB33BUKB20201555555555".to_owned(),
            bic: "BUKBGB22".to_owned(),
            account_number: "55555555".to_owned(),
            routing: "20-20-15".to_owned(),
            ..BankAccount::default()
        },
        payment_days: 14,
        accent: "#8a2b22".to_owned(),
        letterhead: domain::business::Letterhead::Classic,
        envelope: String::new(),
    })
}

fn address(lines: &[&str], postcode: &str, city: &str, country: &str) -> Address {
    Address {
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        postcode: postcode.to_owned(),
        city: city.to_owned(),
        region: String::new(),
        country: country.to_owned(),
    }
}

struct Sketch {
    key: &'static str,
    facts: ClientFacts,
}

fn client(
    key: &'static str,
    kind: ClientKind,
    name: &str,
    street: &str,
    place: (&str, &str),
    email: &str,
    phone: &str,
) -> Sketch {
    let facts = ClientFacts {
        kind,
        name: name.to_owned(),
        address: address(&[street], place.0, place.1, "GB"),
        email: email.to_owned(),
        phone: phone.to_owned(),
        vat_id: String::new(),
        reference: String::new(),
        language: String::new(),
        payment_days: None,
        people: Vec::new(),
        do_not_contact: false,
        note: String::new(),
    };
    Sketch { key, facts }
}

impl Sketch {
    fn person(
        mut self,
        name: &str,
        role: PersonRole,
        email: &str,
        phone: &str,
        note: &str,
    ) -> Self {
        self.facts.people.push(Person {
            name: name.to_owned(),
            role,
            email: email.to_owned(),
            phone: phone.to_owned(),
            note: note.to_owned(),
        });
        self
    }

    fn days(mut self, days: u32) -> Self {
        self.facts.payment_days = Some(days);
        self
    }

    fn note(mut self, note: &str) -> Self {
        note.clone_into(&mut self.facts.note);
        self
    }

    fn reference(mut self, reference: &str) -> Self {
        reference.clone_into(&mut self.facts.reference);
        self
    }

    fn abroad(mut self, country: &str, vat_id: &str) -> Self {
        country.clone_into(&mut self.facts.address.country);
        vat_id.clone_into(&mut self.facts.vat_id);
        self
    }
}

fn couples_and_families() -> Vec<Sketch> {
    use ClientKind::Consumer;
    use PersonRole::{ContractingParty, MessageOnly, Payer};
    vec![
        client(
            "amelia",
            Consumer,
            "Amelia Hart & Josh Okafor",
            "9 Oakroyd Terrace",
            ("LS6 2QT", "Leeds"),
            "amelia.hart@mail.example",
            "07700 900112",
        )
        .person(
            "Amelia Hart",
            ContractingParty,
            "amelia.hart@mail.example",
            "07700 900112",
            "",
        )
        .person(
            "Denise Hart",
            MessageOnly,
            "denise.hart@mail.example",
            "07700 900113",
            "Mother of the bride; helped with timings only",
        ),
        client(
            "zoe",
            Consumer,
            "Zoë Fairbanks & Łukasz Wiśniewski",
            "Flat 3, 21 Bootham Row",
            ("YO30 7BR", "York"),
            "zoe.fairbanks@mail.example",
            "07700 900127",
        )
        .person(
            "Łukasz Wiśniewski",
            Payer,
            "lukasz.wisniewski@mail.example",
            "07700 900128",
            "",
        ),
        client(
            "priya",
            Consumer,
            "Priya Raman & Tom Ellery",
            "4 Valley Mount",
            ("HG2 0JP", "Harrogate"),
            "priya.raman@mail.example",
            "07700 900134",
        )
        .person(
            "Tom Ellery",
            Payer,
            "tom.ellery@mail.example",
            "07700 900135",
            "Pays from the joint account",
        )
        .person(
            "Meera Shah",
            MessageOnly,
            "meera@shahweddings.example",
            "07700 900136",
            "Planner: not about money",
        ),
        client(
            "aoife",
            Consumer,
            "Aoife Gallagher & Benedict Featherstonehaugh-Cholmondeley",
            "The Old Coach House, Studley Lane",
            ("HG4 3DY", "Ripon"),
            "aoife.gallagher@mail.example",
            "07700 900141",
        ),
        client(
            "hannah",
            Consumer,
            "Hannah Brooke",
            "17 Grove Road",
            ("LS29 9PE", "Ilkley"),
            "hannah.brooke@mail.example",
            "07700 900155",
        ),
        client(
            "siobhan",
            Consumer,
            "Siobhán Ní Dhomhnaill",
            "2 Canal Cottages",
            ("BD23 1RT", "Skipton"),
            "siobhan@mail.example",
            "07700 900158",
        ),
        client(
            "marcus",
            Consumer,
            "Marcus & Elaine Thwaite",
            "Barleyfields, Spofforth Hill",
            ("LS22 6SF", "Wetherby"),
            "thwaites@mail.example",
            "01632 960171",
        )
        .note("Prefer letters and cheques."),
    ]
}

fn makers_and_traders() -> Vec<Sketch> {
    use ClientKind::SoleTrader;
    vec![
        client(
            "rosa",
            SoleTrader,
            "Rosa Bianchi Ceramics",
            "The Kiln, Valley Road",
            ("HX7 7BZ", "Hebden Bridge"),
            "rosa@bianchiceramics.example",
            "07700 900163",
        )
        .days(30),
        client(
            "kofi",
            SoleTrader,
            "Kofi Mensah, Mensah Joinery",
            "Unit 2, Holbeck Sidings",
            ("LS11 9TQ", "Leeds"),
            "kofi@mensahjoinery.example",
            "07700 900169",
        ),
        client(
            "ottilie",
            SoleTrader,
            "Ottilie Vane Florals",
            "31 Boroughgate",
            ("LS21 1AG", "Otley"),
            "studio@ottilievane.example",
            "07700 900174",
        ),
    ]
}

fn companies() -> Vec<Sketch> {
    use ClientKind::Company;
    use PersonRole::{ContractingParty, MessageOnly, Payer, Representative};
    vec![
        client("northgate", Company, "Northgate Lofts Ltd", "3rd floor, 88 Vicar Lane", ("LS2 7NL", "Leeds"), "info@northgatelofts.example", "0113 496 0210")
            .days(30)
            .person("Gareth Pugh", ContractingParty, "gareth.pugh@northgatelofts.example", "0113 496 0211", "Sales director")
            .person("Accounts Payable", Payer, "accounts@northgatelofts.example", "0113 496 0215", ""),
        client("brightwater", Company, "Brightwater Brewing Co. Ltd", "Canal Basin, Wharf Street", ("BD1 4RN", "Bradford"), "hello@brightwaterbrewing.example", "01632 960220")
            .person("Nell Ashworth", ContractingParty, "nell@brightwaterbrewing.example", "01632 960221", "Marketing"),
        client("calder", Company, "Calder & Finch Architects LLP", "Albion Works, 5 Mill Hill", ("LS1 5DQ", "Leeds"), "studio@calderfinch.example", "0113 496 0230")
            .days(30)
            .reference("CF supplier 1187")
            .person("Ines Finch", ContractingParty, "ines@calderfinch.example", "0113 496 0231", "Partner")
            .person("Purchase ledger", Payer, "ledger@calderfinch.example", "0113 496 0232", ""),
        client("orsted", Company, "Ingrid Ørsted Furniture Ltd", "Kelham Forge, 12 Alma Street", ("S3 8SA", "Sheffield"), "ingrid@orstedfurniture.example", "01632 960240")
            .days(30),
        client("kite", Company, "Pennine Kite Agency Ltd", "2 Stevenson Square", ("M1 1DN", "Manchester"), "studio@penninekite.example", "01632 960250")
            .days(30)
            .person("Dev Malhotra", Representative, "dev@penninekite.example", "01632 960251", "Producer; books for their clients")
            .person("Studio desk", MessageOnly, "desk@penninekite.example", "", ""),
        client("guild", Company, "The Yorkshire Dales and Lower Wharfedale Guild of Independent Hoteliers and Innkeepers Ltd", "The Assembly Rooms, 1 Crescent Gardens", ("HG1 2RG", "Harrogate"), "secretary@dalesguild.example", "01632 960260")
            .days(30),
        client("halcyon", Company, "Halcyon Street Kitchens Ltd", "41 Halcyon Street", ("LS9 8AA", "Leeds"), "manager@halcyonkitchens.example", "0113 496 0270")
            .person("Ray Dunmore", ContractingParty, "ray@halcyonkitchens.example", "0113 496 0271", "Owner"),
        client("lindenhof", Company, "Lindenhof Verlag GmbH", "Lindenstraße 8", ("04109", "Leipzig"), "rechnung@lindenhof-verlag.example", "+49 341 000000")
            .days(30)
            .abroad("DE", "DE123456789")
            .reference("LV-2207")
            .person("Käthe Brüning", ContractingParty, "k.bruening@lindenhof-verlag.example", "", "Picture editor"),
    ]
}

fn public_bodies() -> Vec<Sketch> {
    use ClientKind::PublicBody;
    use PersonRole::{ContractingParty, Payer};
    vec![
        client(
            "council",
            PublicBody,
            "Aire Valley District Council",
            "Civic Centre, Market Place",
            ("BD16 2LH", "Bingley"),
            "communications@airevalley.example",
            "01632 960280",
        )
        .days(30)
        .person(
            "Olu Adeyemi",
            ContractingParty,
            "olu.adeyemi@airevalley.example",
            "01632 960281",
            "Communications",
        )
        .person(
            "Shared Services Payments",
            Payer,
            "payments@airevalley.example",
            "01632 960285",
            "Nothing is paid without the order number",
        ),
        client(
            "oswin",
            PublicBody,
            "St Oswin's Primary School",
            "Chapel Lane",
            ("LS28 5QN", "Pudsey"),
            "office@stoswins.example",
            "0113 496 0290",
        )
        .days(30),
    ]
}

/// Saves every client, in the order in which they came.
pub(super) async fn add(maker: &mut Maker) -> Result<(), ApiError> {
    let all = [
        couples_and_families(),
        makers_and_traders(),
        companies(),
        public_bodies(),
    ];
    for Sketch { key, facts } in all.into_iter().flatten() {
        let saved: Saved = maker
            .ask(
                "client.save",
                &ClientSave {
                    id: None,
                    expected_version: 0,
                    client: facts,
                },
            )
            .await?;
        maker.add_client(key, saved.id);
    }
    Ok(())
}
