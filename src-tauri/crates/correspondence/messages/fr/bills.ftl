# Avoir, devis et reçu.

credit-title = Avoir
credit-number = Numéro d’avoir
credit-date = Date d’émission
credit-of = Rectifie la facture
credit-of-dated = { $number } du { $date }
credit-reason = Motif
credit-total = Montant en votre faveur
credit-settled-heading = Utilisation de l’avoir
credit-set-off = Le montant est imputé sur la facture { $number }.
credit-refund = Le montant vous est remboursé.
credit-kept = Le montant reste sur votre compte et sera imputé sur votre prochaine facture.
credit-continued = Avoir { $number }
credit-continued-draft = Projet d’avoir

quote-title = Devis
quote-number = Numéro de devis
quote-date = Date
quote-valid = Valable jusqu’au
quote-total = Total du devis
quote-accept-heading = Bon pour accord
quote-accept = J’accepte le devis { $number } du { $date } pour un total de { $total }.
quote-continued = Devis { $number }
quote-continued-draft = Projet de devis

receipt-title = Reçu
receipt-number = Numéro de reçu
receipt-date = Date d’émission
receipt-received-on = Reçu le
receipt-method = Moyen de paiement
receipt-payer-reference = Votre référence
receipt-text = Reçu de { $name }, avec mes remerciements.
receipt-invoice = Facture
receipt-invoice-date = Date
receipt-invoice-total = Total facture { $currency }
receipt-paid = Ce paiement { $currency }
receipt-left = Reste dû { $currency }
receipt-unallocated = Pas encore imputé sur une facture
receipt-total = Montant reçu
receipt-open = Reste dû sur ces factures
receipt-settled = Ces factures sont entièrement réglées.
receipt-settled-one = La facture est entièrement réglée.
receipt-continued = Reçu { $number }

earlier-invoice = Facture { $number } du { $date }
