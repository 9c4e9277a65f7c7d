# Die Rechnung.

invoice-title = Rechnung
invoice-draft-mark = Entwurf
invoice-no-number = Noch keine Nummer
invoice-no-date = Noch nicht ausgestellt

invoice-number = Rechnungsnummer
invoice-date = Rechnungsdatum
invoice-due = Fällig am
invoice-supplied = Leistungsdatum
invoice-supplied-period = Leistungszeitraum
invoice-period = { $from } bis { $to }
invoice-purchase-order = Ihre Bestellnummer
invoice-client-reference = Ihr Zeichen
invoice-order-reference = Vertrag
invoice-tax-id = Ihre USt-IdNr.

invoice-description = Beschreibung
invoice-quantity = Menge
invoice-unit = Einheit
invoice-unit-price = Einzelpreis
invoice-tax-rate = Steuer
invoice-amount = Betrag { $currency }
invoice-line-discount = Rabatt { $amount }
invoice-line-discount-rate = { $rate } Rabatt ({ $amount })
invoice-carried = Übertrag
invoice-brought = Übertrag von der Vorseite

invoice-subtotal = Zwischensumme
invoice-net = Summe netto
invoice-tax = { $name } { $rate } auf { $taxable }
invoice-tax-contained = darin { $name } { $rate } auf { $taxable }
invoice-gross = Summe
invoice-gross-taxed = Summe brutto
invoice-total-due = Rechnungsbetrag
invoice-exemption = { $name } { $rate }: { $reason }
invoice-prices-contain-tax = Die Preise enthalten die Steuer.

invoice-instalments = Zahlbar in { $count } Teilen
invoice-instalment-label = Teil
invoice-instalment-nth = Teil { $n }
invoice-instalment-due = Fällig am
invoice-terms = Zahlungsbedingungen
invoice-late-clause = Zahlungsverzug
invoice-late-cited = Zum Zahlungsverzug siehe { $clause }.
invoice-notes = Hinweise
invoice-continued = Rechnung { $number }
invoice-continued-draft = Rechnungsentwurf
