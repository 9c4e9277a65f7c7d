# Codes to pay by.

pay-code-transfer = Scan with your banking app
# Beside other codes, each for a part of the sum.
pay-code-part = Scan to pay { $amount }
pay-code-link = Scan to pay online
pay-code-draft = The code comes with the number
pay-code-transfer-spoken = QR code for a transfer of { $amount } to { $name }, account { $iban }, quoting { $reference }
pay-code-link-spoken = QR code that opens { $link }

# The Swiss payment part; its words are set by the Swiss payment standard.
slip-payment-part = Payment part
slip-receipt = Receipt
slip-account = Account / Payable to
slip-reference = Reference
slip-message = Additional information
slip-debtor = Payable by
slip-debtor-open = Payable by (name/address)
slip-currency = Currency
slip-amount = Amount
slip-acceptance = Acceptance point
slip-separate = Separate before paying in

# How the money can come, beyond an IBAN.
pay-transit-number = Transit and institution no.
pay-bsb = BSB
pay-ifsc = IFSC
pay-branch-code = Branch code
pay-unchanged = These details
pay-unchanged-since = Unchanged since { $date }
pay-cheque = Cheque
pay-cheque-payee = Payable to { $name }

# How a business is registered; names of registers stay as their country has them.
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
   *[other] VAT { $number }
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
   *[other] Tax no. { $number }
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
   *[other] Company no. { $number }
}
registration-capital = { $country ->
    [FR] Capital { $capital }
    [ES] Capital social { $capital }
    [IT] Cap. soc. { $capital }
   *[other] Capital { $capital }
}

# Sentences that law puts on invoices.
invoice-title-tax = Tax invoice
notice-french-late-payment = Late payment: penalties at the rate of the European Central Bank’s most recent refinancing operation plus 10 percentage points (French Commercial Code, art. L.441-10) and a lump sum of €40 for recovery costs (art. D.441-5). No discount for early payment.
notice-french-lump-sum = Late payment: besides the penalties agreed, a lump sum of €40 for recovery costs (French Commercial Code, art. L.441-10 and D.441-5). No discount for early payment.
notice-german-consumer-default = As a consumer you are in default at the latest when you do not pay within 30 days after this invoice is due and has arrived (German Civil Code, § 286 (3)).
