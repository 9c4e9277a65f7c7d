# Words that several papers share.

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

day-monday = Monday
day-tuesday = Tuesday
day-wednesday = Wednesday
day-thursday = Thursday
day-friday = Friday
day-saturday = Saturday
day-sunday = Sunday

day-and-date = { $day }, { $date }

list-and = { $rest } and { $last }
list-or = { $rest } or { $last }

# What is said instead of the picture.
logo-of = Logo of { $name }
page-of = Page { $page } of { $pages }
reference-label = Our reference
date-label = Date

salutation-named = Dear { $name },
salutation-unnamed = To whom it may concern,
salutation-friendly-named = Dear { $name },
salutation-friendly-unnamed = Hello,

closing-friendly = Kind regards,
closing-formal-named = Yours sincerely,
closing-formal-unnamed = Yours faithfully,

rights-reserved = All my rights remain reserved.

# How a letter travels.
delivery-post = by post
delivery-signed-for = by signed-for post
delivery-registered = by registered post with advice of receipt
delivery-courier = by courier
delivery-by-hand = by hand
delivery-email = by e-mail
delivery-tracked = { $way } (no. { $number })

# Where both sides sign.
sign-place-and-date = Place and date
sign-signature = Signature

# How money came.
method-bank-transfer = bank transfer
method-card = card
method-cash = cash
method-cheque = cheque
method-direct-debit = direct debit
method-online = online payment
method-other = other way

# Taxes and their numbers.
tax-vat = VAT
tax-gst = GST
tax-sales = Sales tax

enclosures = Enclosed

clause = clause { $number } of the agreement
clause-on-page = clause { $number } of the agreement (page { $page })

# The account of a letter.
account-invoice = Invoice
account-issued = Date
account-due = Due
account-amount = Amount { $currency }
account-paid = Paid { $currency }
account-open = Open { $currency }
account-charge = { $what } ({ $basis })
account-charge-computed = { $what }: { $computed }; { $basis }
charge-yearly =
    { $count ->
        [one] { $rate } a year on { $principal } for { $from } (1 day)
       *[other] { $rate } a year on { $principal } from { $from } to { $to } ({ $count } days)
    }
charge-monthly =
    { $count ->
        [one] { $rate } a month on { $principal } from { $from } to { $to } (1 month)
       *[other] { $rate } a month on { $principal } from { $from } to { $to } ({ $count } months)
    }
per-diem = From { $from }, each further day until payment adds { $amount } of interest.
account-total = Total to pay

# How the money can come.
pay-title = How to pay
pay-account-name = Account name
pay-bank = Bank
pay-sort-code = Sort code
pay-routing-number = Routing number (ACH)
pay-account-number = Account number
pay-iban = IBAN
pay-bic = BIC
pay-link = Pay online
pay-other = Other ways
pay-reference = Payment reference
