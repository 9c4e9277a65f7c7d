# Codes zum Bezahlen.

pay-code-transfer = Mit der Banking-App scannen
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
