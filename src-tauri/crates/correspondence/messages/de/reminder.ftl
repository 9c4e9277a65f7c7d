# Die freundliche Zahlungserinnerung: sie nimmt an, dass die Rechnung übersehen wurde oder nie ankam.

reminder-subject-one = Freundliche Zahlungserinnerung: Rechnung { $invoice }
reminder-subject-many = Freundliche Zahlungserinnerung: { $count } Rechnungen
reminder-opening = ich hoffe, es geht Ihnen gut.
reminder-one = Auf die Rechnung { $invoice } vom { $issued } waren { $total } am { $due } fällig. Ich kann den Betrag in meinen Büchern noch nicht finden.
reminder-one-for = Auf die Rechnung { $invoice } vom { $issued } ({ $work }) waren { $total } am { $due } fällig. Ich kann den Betrag in meinen Büchern noch nicht finden.
reminder-one-part = Vielen Dank für das, was Sie auf die Rechnung { $invoice } vom { $issued } schon gezahlt haben. Nach meinen Büchern sind davon noch { $total } offen, die am { $due } fällig waren.
reminder-one-part-for = Vielen Dank für das, was Sie auf die Rechnung { $invoice } vom { $issued } ({ $work }) schon gezahlt haben. Nach meinen Büchern sind davon noch { $total } offen, die am { $due } fällig waren.
reminder-many = Nach meinen Büchern sind { $count } Rechnungen über ihr Fälligkeitsdatum hinaus offen, zusammen { $total }:
reminder-slipped = Vielleicht ist das untergegangen oder gar nicht bei Ihnen angekommen; das passiert leicht.
reminder-slipped-enclosed-one = Vielleicht ist sie untergegangen oder gar nicht bei Ihnen angekommen; das passiert leicht, deshalb liegt eine Kopie bei.
reminder-slipped-enclosed-many = Vielleicht sind sie untergegangen oder gar nicht bei Ihnen angekommen; das passiert leicht, deshalb liegen Kopien bei.
reminder-ask = Könnten Sie { $total } bitte in den nächsten Tagen begleichen?
reminder-crossed = Falls Ihre Zahlung schon unterwegs ist, betrachten Sie diese Nachricht bitte als erledigt.
reminder-thanks = Vielen Dank!
