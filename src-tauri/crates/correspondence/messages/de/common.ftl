# Wörter, die mehrere Schriftstücke gemeinsam haben.

month-january = Januar
month-february = Februar
month-march = März
month-april = April
month-may = Mai
month-june = Juni
month-july = Juli
month-august = August
month-september = September
month-october = Oktober
month-november = November
month-december = Dezember

day-monday = Montag
day-tuesday = Dienstag
day-wednesday = Mittwoch
day-thursday = Donnerstag
day-friday = Freitag
day-saturday = Samstag
day-sunday = Sonntag

day-and-date = { $day }, { $date }

list-and = { $rest } und { $last }
list-or = { $rest } oder { $last }

page-of = Seite { $page } von { $pages }
logo-of = Logo von { $name }
reference-label = Unser Zeichen
date-label = Datum

salutation-named = Guten Tag { $name },
salutation-unnamed = Sehr geehrte Damen und Herren,
salutation-friendly-named = Guten Tag { $name },
salutation-friendly-unnamed = Guten Tag,

closing-friendly = Freundliche Grüße
closing-formal-named = Mit freundlichen Grüßen
closing-formal-unnamed = Mit freundlichen Grüßen

rights-reserved = Alle meine Rechte bleiben vorbehalten.

# Wie ein Brief versandt wird.
delivery-post = per Post
delivery-signed-for = per Einwurf-Einschreiben
delivery-registered = per Einschreiben mit Rückschein
delivery-courier = per Kurier
delivery-by-hand = durch persönliche Übergabe
delivery-email = per E-Mail
delivery-tracked = { $way } (Nr. { $number })

# Wo beide Seiten unterschreiben.
sign-place-and-date = Ort und Datum
sign-signature = Unterschrift

# Wie gezahlt wurde.
method-bank-transfer = Überweisung
method-card = Karte
method-cash = Barzahlung
method-cheque = Scheck
method-direct-debit = Lastschrift
method-online = Online-Zahlung
method-other = andere Zahlungsart

# Steuern und ihre Nummern.
tax-vat = USt.
tax-gst = GST
tax-sales = Verkaufssteuer

enclosures = Anlagen

clause = Ziffer { $number } der Vereinbarung
clause-on-page = Ziffer { $number } der Vereinbarung (Seite { $page })

# Das Konto eines Briefes.
account-invoice = Rechnung
account-issued = Datum
account-due = Fällig am
account-amount = Betrag { $currency }
account-paid = Gezahlt { $currency }
account-open = Offen { $currency }
account-charge = { $what } ({ $basis })
account-charge-computed = { $what }: { $computed }; { $basis }
charge-yearly =
    { $count ->
        [one] { $rate } pro Jahr auf { $principal } für den { $from } (1 Tag)
       *[other] { $rate } pro Jahr auf { $principal } vom { $from } bis zum { $to } ({ $count } Tage)
    }
charge-monthly =
    { $count ->
        [one] { $rate } pro Monat auf { $principal } vom { $from } bis zum { $to } (1 Monat)
       *[other] { $rate } pro Monat auf { $principal } vom { $from } bis zum { $to } ({ $count } Monate)
    }
per-diem = Ab dem { $from } kommen bis zur Zahlung für jeden weiteren Tag { $amount } Zinsen hinzu.
account-total = Zu zahlender Betrag

# Wie gezahlt werden kann.
pay-title = So können Sie zahlen
pay-account-name = Kontoinhaber
pay-bank = Bank
pay-sort-code = Sort Code
pay-routing-number = Routing-Nummer
pay-account-number = Kontonummer
pay-iban = IBAN
pay-bic = BIC
pay-link = Online zahlen
pay-other = Andere Wege
pay-reference = Verwendungszweck
