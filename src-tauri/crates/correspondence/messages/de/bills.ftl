# Rechnungskorrektur, Angebot und Quittung. „Gutschrift“ heißt im deutschen Umsatzsteuerrecht etwas anderes:
# eine Rechnung, die der Leistungsempfänger ausstellt.

credit-title = Rechnungskorrektur
credit-number = Korrekturnummer
credit-date = Ausgestellt am
credit-of = Korrigiert Rechnung
credit-of-dated = { $number } vom { $date }
credit-reason = Grund
credit-total = Betrag zu Ihren Gunsten
credit-settled-heading = Verwendung des Betrags
credit-set-off = Der Betrag wird mit der Rechnung { $number } verrechnet.
credit-refund = Der Betrag wird Ihnen zurückgezahlt.
credit-kept = Der Betrag bleibt auf Ihrem Kundenkonto und wird mit Ihrer nächsten Rechnung verrechnet.
credit-continued = Rechnungskorrektur { $number }
credit-continued-draft = Entwurf einer Rechnungskorrektur

quote-title = Angebot
quote-number = Angebotsnummer
quote-date = Datum
quote-valid = Gültig bis
quote-total = Angebotssumme
quote-accept-heading = Annahme
quote-accept = Ich nehme das Angebot { $number } vom { $date } über { $total } an.
quote-continued = Angebot { $number }
quote-continued-draft = Angebotsentwurf

receipt-title = Quittung
receipt-number = Quittungsnummer
receipt-date = Ausgestellt am
receipt-received-on = Erhalten am
receipt-method = Zahlungsart
receipt-payer-reference = Ihr Verwendungszweck
receipt-text = Dankend erhalten von { $name }.
receipt-invoice = Rechnung
receipt-invoice-date = Datum
receipt-invoice-total = Rechnungsbetrag { $currency }
receipt-paid = Diese Zahlung { $currency }
receipt-left = Noch offen { $currency }
receipt-unallocated = Noch keiner Rechnung zugeordnet
receipt-total = Erhaltener Betrag
receipt-open = Auf diese Rechnungen noch offen
receipt-settled = Diese Rechnungen sind vollständig bezahlt.
receipt-settled-one = Die Rechnung ist vollständig bezahlt.
receipt-continued = Quittung { $number }

earlier-invoice = Rechnung { $number } vom { $date }
