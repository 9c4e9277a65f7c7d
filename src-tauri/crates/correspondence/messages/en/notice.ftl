# The second notice and the last reminder: firm, polite, with a date; they ask for the reason.

notice-subject-second-one = Second notice: invoice { $invoice }
notice-subject-second-many = Second notice: { $count } invoices
notice-subject-last-one = Last reminder before a formal demand: invoice { $invoice }
notice-subject-last-many = Last reminder before a formal demand: { $count } invoices
notice-opening =
    { $count ->
        [one] One of my invoices is past its due date.
       *[other] Several of my invoices are past their due dates.
    }
notice-requests = I have written or spoken to you about this before: { $requests }.
notice-work = What it was for: { $work }.
notice-account = This is what my books show on { $date }:
notice-enclosed =
    { $count ->
        [one] A copy comes with this letter.
       *[other] Copies come with this letter.
    }
notice-ask = Please pay { $total } so that it reaches me by { $deadline }.
notice-reason = If there is a reason why this has not been paid, or if you do not agree with it, please tell me by then: { $contact }. If you cannot pay the whole sum at once, propose instalments and I will answer.
notice-next = If neither the money nor an answer has come by then, my next letter will be a formal demand for payment.
notice-crossed = If your payment is already on its way, please take this letter as settled, with my thanks.
