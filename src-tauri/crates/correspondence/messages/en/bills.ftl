# Credit note, quote and receipt: what they say beside the words of the invoice.

credit-title = Credit note
credit-number = Credit note number
credit-date = Date of issue
credit-of = Corrects invoice
credit-of-dated = { $number } of { $date }
credit-reason = Reason
credit-total = Amount credited
credit-settled-heading = What happens with this credit
credit-set-off = The amount is set against invoice { $number }.
credit-refund = The amount is paid back to you.
credit-kept = The amount stays on your account and is set against your next invoice.
credit-continued = Credit note { $number }
credit-continued-draft = Credit note draft

quote-title = Quote
quote-number = Quote number
quote-date = Date
quote-valid = Valid until
quote-total = Total of the quote
quote-accept-heading = Acceptance
quote-accept = I accept quote { $number } of { $date } with a total of { $total }.
quote-continued = Quote { $number }
quote-continued-draft = Quote draft

receipt-title = Receipt
receipt-number = Receipt number
receipt-date = Date of issue
receipt-received-on = Received on
receipt-method = Paid by
receipt-payer-reference = Your payment reference
receipt-text = Received from { $name }, with thanks.
receipt-invoice = Invoice
receipt-invoice-date = Date
receipt-invoice-total = Invoice total { $currency }
receipt-paid = This payment { $currency }
receipt-left = Still open { $currency }
receipt-unallocated = Not set against an invoice yet
receipt-total = Amount received
receipt-open = Still open on these invoices
receipt-settled = These invoices are paid in full.
receipt-settled-one = The invoice is paid in full.
receipt-continued = Receipt { $number }

earlier-invoice = Invoice { $number } of { $date }
