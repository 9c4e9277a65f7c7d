# The invoice.

invoice-title = Invoice
invoice-draft-mark = Draft
invoice-no-number = No number yet
invoice-no-date = Not issued yet

invoice-number = Invoice number
invoice-date = Invoice date
invoice-due = Due date
invoice-supplied = Date of supply
invoice-supplied-period = Period of supply
invoice-period = { $from } to { $to }
invoice-purchase-order = Your order number
invoice-client-reference = Your reference
invoice-order-reference = Contract
invoice-tax-id = Your tax number

invoice-description = Description
invoice-quantity = Quantity
invoice-unit = Unit
invoice-unit-price = Unit price
invoice-tax-rate = Tax
invoice-amount = Amount { $currency }
invoice-line-discount = Discount { $amount }
invoice-line-discount-rate = { $rate } discount ({ $amount })
invoice-carried = Carried forward
invoice-brought = Brought forward

invoice-subtotal = Subtotal
invoice-net = Total without tax
invoice-tax = { $name } { $rate } on { $taxable }
invoice-tax-contained = contains { $name } { $rate } on { $taxable }
invoice-gross = Total
invoice-gross-taxed = Total including tax
invoice-total-due = Amount due
invoice-exemption = { $name } { $rate }: { $reason }
invoice-prices-contain-tax = Prices include tax.

invoice-instalments = Payable in { $count } parts
invoice-instalment-label = Part
invoice-instalment-nth = Part { $n }
invoice-instalment-due = Due
invoice-terms = Terms of payment
invoice-late-clause = Late payment
invoice-late-cited = For late payment see { $clause }.
invoice-notes = Notes
invoice-continued = Invoice { $number }
invoice-continued-draft = Invoice draft
