# Was in der Schweiz anders heißt: kein Komma nach der Anrede, MWST, Offerte.

salutation-named = Guten Tag { $name }
salutation-unnamed = Sehr geehrte Damen und Herren
salutation-friendly-named = Guten Tag { $name }
salutation-friendly-unnamed = Guten Tag
tax-vat = MWST
invoice-tax-id = Ihre MWST-Nr.
quote-title = Offerte
quote-number = Offertnummer
quote-total = Offertsumme
quote-accept = Ich nehme die Offerte { $number } vom { $date } über { $total } an.
quote-continued = Offerte { $number }
