# Codes zum Bezahlen.

pay-code-transfer = Mit der Banking-App scannen
# Beside other codes, each for a part of the sum.
pay-code-part = Scannen und { $amount } zahlen
pay-code-link = Scannen und online bezahlen
pay-code-draft = Der Code kommt mit der Nummer
pay-code-transfer-spoken = QR-Code für eine Überweisung von { $amount } an { $name }, Konto { $iban }, mit dem Zweck { $reference }
pay-code-link-spoken = QR-Code, der { $link } öffnet

# Der Schweizer Zahlteil; seine Wörter gibt der Schweizer Zahlungsstandard vor.
slip-payment-part = Zahlteil
slip-receipt = Empfangsschein
slip-account = Konto / Zahlbar an
slip-reference = Referenz
slip-message = Zusätzliche Informationen
slip-debtor = Zahlbar durch
slip-debtor-open = Zahlbar durch (Name/Adresse)
slip-currency = Währung
slip-amount = Betrag
slip-acceptance = Annahmestelle
slip-separate = Vor der Einzahlung abzutrennen

# Wie das Geld kommen kann, außer über eine IBAN.
pay-transit-number = Transit- und Institutsnummer
pay-bsb = BSB
pay-ifsc = IFSC
pay-branch-code = Filialnummer
pay-unchanged = Diese Angaben
pay-unchanged-since = Unverändert seit { $date }
pay-cheque = Scheck
pay-cheque-payee = Zahlbar an { $name }

# Wie ein Unternehmen eingetragen ist; die Namen der Register bleiben, wie ihr Land sie hat.
registration-vat = { $country ->
    [DE] USt-IdNr. { $number }
    [AT] UID { $number }
    [FR] N° TVA { $number }
    [BE] TVA/BTW { $number }
    [NL] Btw-id { $number }
    [ES] NIF-IVA { $number }
    [IT] P. IVA { $number }
    [CH] MWST-Nr. { $number }
    [AU] ABN { $number }
    [NZ] GST no. { $number }
    [CA] GST/HST no. { $number }
    [IN] GSTIN { $number }
   *[other] USt-IdNr. { $number }
}
registration-tax = { $country ->
    [DE] Steuernummer { $number }
    [AT] St.-Nr. { $number }
    [ES] NIF { $number }
    [IT] C.F. { $number }
    [AU] ABN { $number }
    [NZ] IRD { $number }
    [CA] BN { $number }
    [US] EIN { $number }
    [IN] PAN { $number }
   *[other] Steuernr. { $number }
}
registration-company = { $country ->
    [AT] FN { $number }
    [FR] SIREN { $number }
    [NL] KVK { $number }
    [BE] BCE/KBO { $number }
    [IT] REA { $number }
    [AU] ACN { $number }
    [NZ] NZBN { $number }
    [CH] UID { $number }
    [DE] { $number }
   *[other] Handelsregister-Nr. { $number }
}
registration-capital = { $country ->
    [FR] Capital { $capital }
    [ES] Capital social { $capital }
    [IT] Cap. soc. { $capital }
   *[other] Stammkapital { $capital }
}

# Sätze, die das Gesetz auf Rechnungen verlangt.
invoice-title-tax = Steuerrechnung
notice-french-late-payment = Bei Zahlungsverzug: Verzugszinsen zum Satz des letzten Refinanzierungsgeschäfts der Europäischen Zentralbank zuzüglich 10 Prozentpunkten (französisches Handelsgesetzbuch, Art. L.441-10) und eine Pauschale von 40 € für Beitreibungskosten (Art. D.441-5). Kein Skonto bei vorzeitiger Zahlung.
notice-french-lump-sum = Bei Zahlungsverzug: neben den vereinbarten Verzugszinsen eine Pauschale von 40 € für Beitreibungskosten (französisches Handelsgesetzbuch, Art. L.441-10 und D.441-5). Kein Skonto bei vorzeitiger Zahlung.
notice-german-consumer-default = Als Verbraucher kommen Sie spätestens in Verzug, wenn Sie nicht innerhalb von 30 Tagen nach Fälligkeit und Zugang dieser Rechnung zahlen (§ 286 Abs. 3 BGB).
