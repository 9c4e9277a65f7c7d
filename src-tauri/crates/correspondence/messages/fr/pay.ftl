# Codes pour payer.

pay-code-transfer = À scanner avec votre application bancaire
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
