# Die förmliche Zahlungsaufforderung: schlicht, aufgeschlüsselt, mit Datum, rechtmäßig.

demand-subject = Mahnung und förmliche Zahlungsaufforderung mit Fristsetzung
demand-opening-person = Sie schulden { $business } { $total }. Dieses Schreiben legt dar, wie sich der Betrag zusammensetzt, bis wann er zu zahlen ist und was Sie tun können, wenn Sie nicht einverstanden sind.
demand-opening-organisation = { $name } schuldet { $business } { $total }. Dieses Schreiben legt dar, wie sich der Betrag zusammensetzt, bis wann er zu zahlen ist und was Sie tun können, wenn Sie nicht einverstanden sind.
demand-agreement = Die Forderung beruht auf unserer Vereinbarung { $title }.
demand-agreement-dated = Die Forderung beruht auf unserer Vereinbarung { $title } vom { $date }.
demand-work = Erbrachte Leistung: { $work }.
demand-requests = Ich habe bereits um Zahlung gebeten: { $requests }.

request-by-email = am { $date } per E-Mail
request-by-letter = am { $date } per Brief
request-by-phone = am { $date } telefonisch
request-by-message = am { $date } per Nachricht
request-in-person = am { $date } im persönlichen Gespräch

demand-payments = Diese Zahlungen sind berücksichtigt: { $payments }.
demand-payment = { $amount } am { $date } auf die Rechnung { $invoice }

demand-account = Der Stand am { $date }:
demand-clauses = In der Vereinbarung heißt es:
clause-topic-payment = { $clause } regelt die Zahlung.
clause-topic-late-charge = { $clause } regelt den Zahlungsverzug.
clause-topic-licence = { $clause } regelt das Nutzungsrecht an den Bildern.
clause-topic-deposit = { $clause } regelt die Anzahlung.
clause-topic-cancellation = { $clause } regelt die Absage.
clause-topic-dispute = { $clause } regelt den Umgang mit Streitigkeiten.

demand-ask = Ich fordere Sie auf, { $total } so zu zahlen, dass der Betrag bis spätestens { $deadline } bei mir eingeht.
demand-ask-amount = Zu zahlen
demand-ask-deadline = Eingang bis spätestens

demand-object = Wenn Sie meinen, dass der Betrag ganz oder teilweise nicht geschuldet ist, teilen Sie mir bitte bis { $deadline } mit, welcher Teil und warum, und senden Sie mir die Unterlagen, auf die Sie sich stützen. Sie erreichen mich unter { $contact }. Was Sie nicht bestreiten, bleibt bis zu diesem Tag zahlbar.
demand-cannot-pay = Wenn Sie den ganzen Betrag nicht auf einmal zahlen können, schreiben Sie mir vor diesem Tag und schlagen Sie Raten vor. Ich werde antworten.
demand-mediation = Ich bin bereit, die Sache außergerichtlich zu klären, zum Beispiel mit Hilfe einer Schlichtungsstelle oder in einer Mediation. Wenn Sie das wünschen, teilen Sie es mir vor diesem Tag mit.
demand-consequence = Wenn bis dahin weder die Zahlung noch eine Antwort bei mir eingegangen ist, ziehe ich folgenden Schritt in Betracht: { $step }.
demand-consequences = Wenn bis dahin weder die Zahlung noch eine Antwort bei mir eingegangen ist, ziehe ich folgende Schritte in Betracht:
consequence-claim = Klage auf Zahlung bei dem zuständigen Gericht
consequence-claim-in = Klage auf Zahlung (Gericht: { $court })
consequence-interest = Geltendmachung der Zinsen und Kosten, die das Gesetz oder unsere Vereinbarung vorsieht
consequence-handover = Übergabe der Angelegenheit an { $to }
consequence-licence = Beendigung des Nutzungsrechts an den Bildern nach Ziffer { $clause } der Vereinbarung
