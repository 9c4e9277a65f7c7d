# Die letzte Mitteilung: wann und wo die Klage eingereicht wird und wie das noch abgewendet werden kann.

final-subject = Mitteilung vor Einreichung der Klage
final-passed = am { $demanded } habe ich Sie förmlich zur Zahlung bis zum { $deadline } aufgefordert. Dieser Tag ist verstrichen, und die Forderung ist noch offen.
final-passed-extended = am { $demanded } habe ich Sie förmlich zur Zahlung bis zum { $deadline } aufgefordert und diese Frist später bis zum { $extended } verlängert. Auch dieser Tag ist verstrichen, und die Forderung ist noch offen.
final-account = Geschuldet sind am { $date }:
final-filing = Wegen dieser Forderung werde ich Klage einreichen (Gericht: { $court }; Tag der Einreichung: { $filing }), sofern nicht { $total } bis spätestens { $deadline } bei mir eingegangen sind.
final-filing-date = Einreichung der Klage
final-filing-court = Gericht
final-licence = Für das Nutzungsrecht an den Bildern gilt { $clause }; meine Rechte daraus sind unverändert.
final-answer = Wenn Sie die Forderung bestreiten oder Raten vorschlagen möchten, schreiben Sie mir vor diesem Tag: { $contact }.
