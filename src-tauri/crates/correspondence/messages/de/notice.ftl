# Zweite Zahlungserinnerung und letzte Mahnung: bestimmt, höflich, mit Datum; sie fragen nach dem Grund.

notice-subject-second-one = Zweite Zahlungserinnerung: Rechnung { $invoice }
notice-subject-second-many = Zweite Zahlungserinnerung: { $count } Rechnungen
notice-subject-last-one = Letzte Mahnung: Rechnung { $invoice }
notice-subject-last-many = Letzte Mahnung: { $count } Rechnungen
notice-opening =
    { $count ->
        [one] eine meiner Rechnungen ist über ihr Fälligkeitsdatum hinaus offen.
       *[other] mehrere meiner Rechnungen sind über ihr Fälligkeitsdatum hinaus offen.
    }
notice-requests = Ich habe mich deshalb bereits an Sie gewandt: { $requests }.
notice-work = Es geht um: { $work }.
notice-account = Das zeigen meine Bücher am { $date }:
notice-enclosed =
    { $count ->
        [one] Eine Kopie liegt diesem Brief bei.
       *[other] Kopien liegen diesem Brief bei.
    }
notice-ask = Bitte zahlen Sie { $total } so, dass der Betrag bis spätestens { $deadline } bei mir eingeht.
notice-reason = Wenn es einen Grund dafür gibt, dass noch nicht gezahlt wurde, oder wenn Sie nicht einverstanden sind, teilen Sie mir das bitte bis dahin mit: { $contact }. Wenn Sie nicht alles auf einmal zahlen können, schlagen Sie bitte Raten vor; ich antworte Ihnen.
notice-next = Wenn bis dahin weder die Zahlung noch eine Antwort eingegangen ist, folgt als nächstes Schreiben eine förmliche Zahlungsaufforderung.
notice-crossed = Falls Ihre Zahlung schon unterwegs ist, betrachten Sie dieses Schreiben bitte als erledigt; vielen Dank.
