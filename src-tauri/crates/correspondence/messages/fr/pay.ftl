# Codes pour payer.

pay-code-transfer = À scanner avec votre application bancaire
# Beside other codes, each for a part of the sum.
pay-code-part = À scanner pour payer { $amount }
pay-code-link = À scanner pour payer en ligne
pay-code-draft = Le code viendra avec le numéro
pay-code-transfer-spoken = Code QR pour un virement de { $amount } à { $name }, compte { $iban }, avec la référence { $reference }
pay-code-link-spoken = Code QR qui ouvre { $link }

# La section paiement suisse ; ses mots sont fixés par le standard de paiement suisse.
slip-payment-part = Section paiement
slip-receipt = Récépissé
slip-account = Compte / Payable à
slip-reference = Référence
slip-message = Informations supplémentaires
slip-debtor = Payable par
slip-debtor-open = Payable par (nom/adresse)
slip-currency = Monnaie
slip-amount = Montant
slip-acceptance = Point de dépôt
slip-separate = A détacher avant le versement

# Comment payer, autrement que par IBAN.
pay-transit-number = Numéros de transit et d’institution
pay-bsb = BSB
pay-ifsc = IFSC
pay-branch-code = Code agence
pay-unchanged = Ces coordonnées
pay-unchanged-since = Inchangées depuis le { $date }
pay-cheque = Chèque
pay-cheque-payee = À l’ordre de { $name }

# Comment une entreprise est immatriculée ; les noms des registres restent ceux de leur pays.
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
   *[other] N° TVA { $number }
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
   *[other] N° fiscal { $number }
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
   *[other] N° d’entreprise { $number }
}
registration-capital = { $country ->
    [FR] Capital { $capital }
    [ES] Capital social { $capital }
    [IT] Cap. soc. { $capital }
   *[other] Capital { $capital }
}

# Phrases que la loi met sur les factures.
invoice-title-tax = Facture avec taxe
notice-french-late-payment = Retard de paiement : pénalités au taux de la plus récente opération de refinancement de la Banque centrale européenne majoré de 10 points (C. com., art. L.441-10) et indemnité forfaitaire de 40 € pour frais de recouvrement (art. D.441-5). Pas d’escompte pour paiement anticipé.
notice-french-lump-sum = Retard de paiement : outre les pénalités convenues, indemnité forfaitaire de 40 € pour frais de recouvrement (C. com., art. L.441-10 et D.441-5). Pas d’escompte pour paiement anticipé.
notice-german-consumer-default = En tant que consommateur, vous êtes en demeure au plus tard si vous ne payez pas dans les 30 jours suivant l’échéance et la réception de cette facture (Code civil allemand, § 286 al. 3).
