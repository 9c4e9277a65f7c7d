# Briefe, die beide Seiten unterschreiben: Ratenzahlung und Vergleich; dazu die Bestätigung der Zahlung.

plan-subject = Vereinbarung über Ratenzahlung
plan-opening = wir sind uns darüber einig, dass { $total } geschuldet sind, und zwar:
plan-parts =
    { $count ->
        [one] Der Betrag wird an diesem Tag gezahlt:
       *[other] Der Betrag wird in { $count } Raten gezahlt:
    }
plan-part = Rate
plan-due = Eingang bis
plan-left = Danach offen { $currency }
plan-total = Summe der Raten
plan-default =
    { $days ->
        [0] Ist eine Rate an ihrem Tag nicht eingegangen, wird der gesamte noch offene Betrag sofort fällig.
        [one] Ist eine Rate einen Tag nach ihrem Termin nicht eingegangen, wird der gesamte noch offene Betrag sofort fällig.
       *[other] Ist eine Rate { $days } Tage nach ihrem Termin nicht eingegangen, wird der gesamte noch offene Betrag sofort fällig.
    }
plan-charges-rest = Solange jede Rate rechtzeitig eingeht, werden keine weiteren Zinsen und Kosten verlangt.
plan-early = Sie dürfen jederzeit früher oder mehr zahlen.
plan-rights = Über diese Vereinbarung hinaus verzichtet keine Seite auf ein Recht.
plan-reply = Die Vereinbarung gilt, sobald beide Seiten sie unterschrieben haben. Bitte unterschreiben Sie eine Ausfertigung und senden Sie sie bis { $date } zurück: { $contact }.

settle-mark = Ohne Präjudiz
settle-subject = Vergleichsangebot
settle-opening = nach meinen Büchern sind { $total } geschuldet, und zwar:
settle-offer = Um die Sache abzuschließen, biete ich an, mich statt mit { $total } mit { $offer } zu begnügen, wenn dieser Betrag bis zum Ablauf des Tages { $date } bei mir eingegangen ist.
settle-sum = Vergleichsbetrag
settle-until = Eingang bis zum Ablauf von
settle-release = Sind { $offer } rechtzeitig eingegangen, ist die gesamte Forderung von { $total } erledigt; den Rest erlasse ich Ihnen.
settle-lapses = Ist der Betrag bis zum Ablauf des Tages { $date } nicht eingegangen, erlischt dieses Angebot, ohne dass es einer weiteren Nachricht bedarf.
settle-falls-back = Ist der Betrag bis zum Ablauf des Tages { $date } nicht eingegangen, erlischt dieses Angebot, ohne dass es einer weiteren Nachricht bedarf. Haben Sie es bis dahin angenommen, ist die gesamte Forderung von { $total } abzüglich dessen, was Sie gezahlt haben, wieder geschuldet.
settle-prejudice = Dieses Angebot erfolgt ohne Präjudiz und ohne Anerkennung einer Rechtspflicht; keine Seite darf sich vor Gericht darauf berufen.
settle-accept = Zur Annahme unterschreiben Sie bitte unten und senden eine Ausfertigung zurück, oder zahlen Sie einfach rechtzeitig. Sie erreichen mich unter { $contact }.

settled-subject = Bestätigung der vollständigen Zahlung
settled-opening =
    { $count ->
        [one] hiermit bestätige ich, dass diese Rechnung vollständig bezahlt ist:
       *[other] hiermit bestätige ich, dass diese Rechnungen vollständig bezahlt sind:
    }
settled-on = Beglichen am
settled-total = Insgesamt gezahlt
settled-nothing-owed = Am { $date } ist darauf nichts mehr geschuldet, weder die Beträge selbst noch Zinsen oder Kosten.
settled-thanks = Vielen Dank für Ihre Zahlung.
