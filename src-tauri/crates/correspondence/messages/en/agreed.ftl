# Letters that both sides sign: payment plan and settlement offer; and the confirmation of payment.

plan-subject = Agreement on payment in instalments
plan-opening = We agree that { $total } is owed, made up as follows:
plan-parts =
    { $count ->
        [one] It will be paid on this date:
       *[other] It will be paid in { $count } instalments:
    }
plan-part = Instalment
plan-due = To arrive by
plan-left = Left after it { $currency }
plan-total = Total of the instalments
plan-default =
    { $days ->
        [0] If an instalment has not arrived on its date, the whole sum that is still open becomes due at once.
        [one] If an instalment has not arrived one day after its date, the whole sum that is still open becomes due at once.
       *[other] If an instalment has not arrived { $days } days after its date, the whole sum that is still open becomes due at once.
    }
plan-charges-rest = As long as every instalment arrives in time, no further interest and no further charges are asked for.
plan-early = You may pay earlier or more at any time.
plan-rights = Beyond this plan, neither side gives up any right.
plan-reply = The plan takes effect when both sides have signed it. Please sign a copy and send it back by { $date }: { $contact }.

settle-mark = Without prejudice
settle-subject = Offer to settle
settle-opening = According to my books { $total } is owed, made up as follows:
settle-offer = To end the matter, I offer to accept { $offer } instead of { $total }, if that sum has reached me by the end of { $date }.
settle-sum = Sum in settlement
settle-until = To arrive by the end of
settle-release = When { $offer } has arrived in time, the whole debt of { $total } is settled, and I release you from the rest.
settle-lapses = If the sum has not arrived by the end of { $date }, this offer ends without further notice.
settle-falls-back = If the sum has not arrived by the end of { $date }, this offer ends without further notice. If you have accepted it by then, the whole debt of { $total }, less what you have paid, is owed again.
settle-prejudice = This offer is made without prejudice: it admits nothing, and neither side may rely on it before a court.
settle-accept = To accept, sign below and send a copy back, or simply pay the sum in time. You can reach me at { $contact }.

settled-subject = Confirmation of payment in full
settled-opening =
    { $count ->
        [one] I confirm that this invoice has been paid in full:
       *[other] I confirm that these invoices have been paid in full:
    }
settled-on = Settled on
settled-total = Total paid
settled-nothing-owed = On { $date } nothing is owed on them any more, neither the sums themselves nor interest or charges.
settled-thanks = Thank you for your payment.
