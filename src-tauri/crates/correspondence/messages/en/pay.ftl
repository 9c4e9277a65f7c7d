# Codes to pay by.

pay-code-transfer = Scan with your banking app
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
