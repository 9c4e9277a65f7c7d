# La facture.

invoice-title = Facture
invoice-draft-mark = Projet
invoice-no-number = Pas encore de numéro
invoice-no-date = Pas encore émise

invoice-number = Numéro de facture
invoice-date = Date de facture
invoice-due = Échéance
invoice-supplied = Date de la prestation
invoice-supplied-period = Période de la prestation
invoice-period = { $from } au { $to }
invoice-purchase-order = Votre n° de commande
invoice-client-reference = Votre référence
invoice-order-reference = Contrat
invoice-tax-id = Votre n° de TVA

invoice-description = Désignation
invoice-quantity = Quantité
invoice-unit = Unité
invoice-unit-price = Prix unitaire
invoice-tax-rate = Taxe
invoice-amount = Montant { $currency }
invoice-line-discount = Remise { $amount }
invoice-line-discount-rate = Remise de { $rate } ({ $amount })
invoice-carried = À reporter
invoice-brought = Report

invoice-subtotal = Sous-total
invoice-net = Total hors taxes
invoice-tax = { $name } { $rate } sur { $taxable }
invoice-tax-contained = dont { $name } { $rate } sur { $taxable }
invoice-gross = Total
invoice-gross-taxed = Total toutes taxes comprises
invoice-total-due = Montant à payer
invoice-exemption = { $name } { $rate } : { $reason }
invoice-prices-contain-tax = Les prix s’entendent toutes taxes comprises.

invoice-instalments = Payable en { $count } fois
invoice-instalment-label = Part
invoice-instalment-nth = Part { $n }
invoice-instalment-due = Échéance
invoice-terms = Conditions de paiement
invoice-late-clause = Retard de paiement
invoice-late-cited = Pour le retard de paiement, voir { $clause }.
invoice-notes = Remarques
invoice-continued = Facture { $number }
invoice-continued-draft = Projet de facture
