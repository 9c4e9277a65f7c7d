# The statement of charges: every charge with its computation.

charges-subject = Statement of charges as of { $date }
charges-intro = The charges that { $business } asks { $name } to pay, as of { $date }, each with what it rests on and how it was computed.
charges-what = Charge and basis
charges-principal = Principal { $currency }
charges-rate = Rate
charges-rate-year = { $rate } a year
charges-rate-month = { $rate } a month
charges-time = Time
charges-from-to = { $from } to { $to }
charges-days = Days
charges-amount = Amount { $currency }
charges-rounding = Rounding, once for the whole
charges-total = Total of the charges
charges-waived = Waived
charges-waived-on = Waived on
charges-waived-note = Waived charges are no part of the total and are not asked for.
charges-method = Interest is simple: principal times rate times time. First and last day are both counted. No interest runs on interest or on other charges.
charges-year = A year counts { $days } days.
