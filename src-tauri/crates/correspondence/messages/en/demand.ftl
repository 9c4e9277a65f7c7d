# The formal demand: plain, itemised, dated, lawful.

demand-subject = Formal demand for payment
demand-opening-person = You owe { $business } { $total }. This letter sets out how that sum is made up, by when it must be paid, and what you can do if you do not agree.
demand-opening-organisation = { $name } owes { $business } { $total }. This letter sets out how that sum is made up, by when it must be paid, and what you can do if you do not agree.
demand-agreement = The debt arises from our agreement { $title }.
demand-agreement-dated = The debt arises from our agreement { $title } of { $date }.
demand-work = What I did: { $work }.
demand-requests = I have asked for payment before: { $requests }.

request-by-email = on { $date } by e-mail
request-by-letter = on { $date } by letter
request-by-phone = on { $date } by phone
request-by-message = on { $date } by message
request-in-person = on { $date } in person

demand-payments = These payments have been counted: { $payments }.
demand-payment = { $amount } on { $date } for invoice { $invoice }

demand-account = This is the account as it stands on { $date }:
demand-clauses = The agreement says:
clause-topic-payment = { $clause } deals with payment.
clause-topic-late-charge = { $clause } deals with late payment.
clause-topic-licence = { $clause } deals with the licence to use the pictures.
clause-topic-deposit = { $clause } deals with the deposit.
clause-topic-cancellation = { $clause } deals with cancellation.
clause-topic-dispute = { $clause } deals with disputes.

demand-ask = I ask you to pay { $total } so that it reaches me no later than { $deadline }.
demand-ask-amount = Amount to pay
demand-ask-deadline = To arrive by

demand-object = If you think that all or part of this sum is not owed, please tell me by { $deadline } which part and why, and send me the documents you rely on. You can reach me at { $contact }. Any part that you do not dispute remains payable by that date.
demand-cannot-pay = If you cannot pay the whole sum at once, write to me before that date and propose instalments. I will answer.
demand-mediation = I am ready to try to settle this out of court, for example with the help of a mediator or conciliator. If you want that, tell me before that date.
demand-consequence = If neither the money nor an answer has reached me by then, I will consider { $step }.
demand-consequences = If neither the money nor an answer has reached me by then, I will consider these steps:
consequence-claim = bringing a claim for the debt in the court that has jurisdiction
consequence-claim-in = bringing a claim for the debt in { $court }
consequence-interest = claiming the interest and the costs that the law or our agreement allows
consequence-handover = handing the matter to { $to }
consequence-licence = ending the licence to use the pictures as clause { $clause } of the agreement provides
