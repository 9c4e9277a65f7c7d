# Mots communs à plusieurs documents. Les espaces devant les deux-points, points-virgules et points
# d’interrogation deviennent insécables à la lecture des fichiers.

month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre

day-monday = lundi
day-tuesday = mardi
day-wednesday = mercredi
day-thursday = jeudi
day-friday = vendredi
day-saturday = samedi
day-sunday = dimanche

day-and-date = { $day } { $date }

list-and = { $rest } et { $last }
list-or = { $rest } ou { $last }

page-of = Page { $page } sur { $pages }
logo-of = Logo de { $name }
reference-label = Notre référence
date-label = Date

# Le nom seul ne dit pas s’il faut écrire Madame ou Monsieur : la lettre formelle dit les deux.
salutation-named = { $name ->
   *[other] Madame, Monsieur,
}
salutation-unnamed = Madame, Monsieur,
salutation-friendly-named = Bonjour { $name },
salutation-friendly-unnamed = Bonjour,

closing-friendly = Bien cordialement,
closing-formal-named = Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.
closing-formal-unnamed = Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.

rights-reserved = Tous mes droits demeurent réservés.

# Comment une lettre est envoyée.
delivery-post = par courrier
delivery-signed-for = par lettre suivie contre signature
delivery-registered = par lettre recommandée avec avis de réception
delivery-courier = par coursier
delivery-by-hand = par remise en main propre
delivery-email = par courriel
delivery-tracked = { $way } (n° { $number })

# Où les deux parties signent.
sign-place-and-date = Lieu et date
sign-signature = Signature

# Comment l’argent est arrivé.
method-bank-transfer = virement
method-card = carte
method-cash = espèces
method-cheque = chèque
method-direct-debit = prélèvement
method-online = paiement en ligne
method-other = autre moyen

# Taxes et leurs numéros.
tax-vat = TVA
tax-gst = TPS
tax-sales = Taxe de vente

enclosures = Pièces jointes

clause = article { $number } du contrat
clause-on-page = article { $number } du contrat (page { $page })

# Le compte d’une lettre.
account-invoice = Facture
account-issued = Date
account-due = Échéance
account-amount = Montant { $currency }
account-paid = Réglé { $currency }
account-open = Reste dû { $currency }
account-charge = { $what } ({ $basis })
account-charge-computed = { $what } : { $computed } ; { $basis }
charge-yearly =
    { $count ->
        [one] { $rate } par an sur { $principal } pour le { $from } ({ $count } jour)
       *[other] { $rate } par an sur { $principal } du { $from } au { $to } ({ $count } jours)
    }
charge-monthly =
    { $count ->
        [one] { $rate } par mois sur { $principal } du { $from } au { $to } ({ $count } mois)
       *[other] { $rate } par mois sur { $principal } du { $from } au { $to } ({ $count } mois)
    }
per-diem = À compter du { $from }, chaque jour supplémentaire jusqu’au paiement ajoute { $amount } d’intérêts.
account-total = Total à payer

# Comment payer.
pay-title = Pour payer
pay-account-name = Titulaire
pay-bank = Banque
pay-sort-code = Sort code
pay-routing-number = Numéro d’acheminement
pay-account-number = Numéro de compte
pay-iban = IBAN
pay-bic = BIC
pay-link = Payer en ligne
pay-other = Autres moyens
pay-reference = Référence du paiement
