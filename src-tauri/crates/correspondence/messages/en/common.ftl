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

list-and = { $rest } and { $last }
list-or = { $rest } or { $last }

# What is said instead of the picture.
logo-of = Logo of { $name }
page-of = Page { $page } of { $pages }
reference-label = Our reference
date-label = Date

salutation-named = Dear { $name },
salutation-unnamed = To whom it may concern,
salutation-friendly-unnamed = Hello,

closing-friendly = Kind regards,
closing-formal-named = Yours sincerely,
closing-formal-unnamed = Yours faithfully,
closing-formal-american = Sincerely,

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
account-total = Total to pay

# How the money can come.
pay-title = How to pay
pay-account-name = Account name
pay-bank = Bank
pay-sort-code = Sort code
pay-routing-number = Routing number
pay-account-number = Account number
pay-iban = IBAN
pay-bic = BIC
pay-link = Pay online
pay-other = Other ways
pay-reference = Payment reference
