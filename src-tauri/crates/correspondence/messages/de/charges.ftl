# Die Forderungsaufstellung der Nebenforderungen: jede mit ihrer Berechnung.

charges-subject = Aufstellung der Zinsen und Kosten zum { $date }
charges-intro = Zinsen und Kosten, die { $business } von { $name } verlangt, Stand { $date }, jeweils mit Grundlage und Berechnung.
charges-what = Posten und Grundlage
charges-principal = Hauptbetrag { $currency }
charges-rate = Satz
charges-rate-year = { $rate } pro Jahr
charges-rate-month = { $rate } pro Monat
charges-time = Zeitraum
charges-from-to = { $from } bis { $to }
charges-days = Tage
charges-amount = Betrag { $currency }
charges-rounding = Rundung, einmal für das Ganze
charges-total = Summe der Zinsen und Kosten
charges-waived = Erlassen
charges-waived-on = Erlassen am
charges-waived-note = Erlassene Posten sind nicht Teil der Summe und werden nicht verlangt.
charges-method = Die Zinsen sind einfach gerechnet: Hauptbetrag mal Satz mal Zeit. Der erste und der letzte Tag zählen mit. Auf Zinsen und Kosten fallen keine Zinsen an.
charges-year = Das Jahr zählt { $days } Tage.
