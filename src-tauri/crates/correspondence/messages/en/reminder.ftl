# The friendly reminder: assumes that the invoice was overlooked or never came.

reminder-subject-one = A friendly reminder: invoice { $invoice }
reminder-subject-many = A friendly reminder: { $count } invoices
reminder-opening = I hope you are well.
reminder-one = On invoice { $invoice } of { $issued }, { $total } was due on { $due }. I cannot see it in my books yet.
reminder-one-for = On invoice { $invoice } of { $issued } for { $work }, { $total } was due on { $due }. I cannot see it in my books yet.
reminder-one-part = Thank you for what you have paid on invoice { $invoice } of { $issued }. In my books { $total } of it, due on { $due }, is still open.
reminder-one-part-for = Thank you for what you have paid on invoice { $invoice } of { $issued } for { $work }. In my books { $total } of it, due on { $due }, is still open.
reminder-many = In my books { $count } invoices have passed their due dates, { $total } together:
reminder-slipped = Perhaps it slipped through, or never reached you: that happens easily.
reminder-slipped-enclosed-one = Perhaps it slipped through, or never reached you: that happens easily, so a copy comes with this note.
reminder-slipped-enclosed-many = Perhaps they slipped through, or never reached you: that happens easily, so copies come with this note.
reminder-ask = Could you please send { $total } in the next few days?
reminder-crossed = If your payment is already on its way, please ignore this note.
reminder-thanks = Thank you!
