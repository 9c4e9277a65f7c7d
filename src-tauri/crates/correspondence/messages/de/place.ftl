# Was um die Worte steht: Bilder, Umschläge, Etiketten, die Einlieferungsliste, die Prüfseite.

# Wird statt des Bildes einer Unterschrift gesagt. { $name }: wer unterschreibt.
signature-of = Unterschrift von { $name }

envelope-title = Umschlag an { $name }
labels-title = Adressetiketten

posting-title = Einlieferungsliste
# { $date }: der Tag der Einlieferung.
posting-foot = Einlieferungsliste vom { $date }
posting-what = { $count ->
    [one] Ein Brief wurde am { $date } von { $name } eingeliefert.
   *[other] { $count } Briefe wurden am { $date } von { $name } eingeliefert.
}
posting-recipient = Empfänger
posting-reference = Zeichen
posting-service = Versandart und Sendungsnummer
posting-pages = Seiten
posting-digest = SHA-256
posting-total = { $count ->
    [one] Ein Brief, zusammen { $pages } Seiten.
   *[other] { $count } Briefe, zusammen { $pages } Seiten.
}
posting-declaration = Ich, { $name }, habe die aufgeführten Seiten in ihre Umschläge gelegt, diese verschlossen und eingeliefert.
posting-signature = Ort, Datum und Unterschrift von { $name }
posting-digest-note = SHA-256 ist eine Prüfsumme genau der Datei, die gedruckt wurde; gezeigt sind ihre ersten sechzehn Stellen. Die Belege der Post gehören zu dieser Liste.

calibration-title = Fensterprobe: { $envelope }
calibration-keep-out = Kann zu sehen sein: hier nichts Vertrauliches
calibration-safe = Immer zu sehen: die Anschrift
calibration-print = 1. Drucken Sie diese Seite in Originalgröße (100 %). Schalten Sie „An Seite anpassen“ aus.
calibration-check = 2. Halten Sie ein Lineal an die beiden Skalen unten. Weichen sie ab, verkleinert der Drucker: Stellen Sie das zuerst ab.
calibration-fold = 3. Falten Sie an den Marken am linken Rand und legen Sie die Seite in den Umschlag, diese Seite zum Fenster.
calibration-slide = 4. Schieben Sie die Seite in jede Ecke. Das grüne Feld muss jedes Mal ganz zu sehen sein, von außerhalb des roten Feldes darf nie etwas zu sehen sein.
calibration-choose = 5. Sonst wählen Sie einen anderen Umschlag, oder messen Sie Ihren und tragen Sie seine Maße ein.
calibration-envelope = Umschlag
calibration-window = Fenster
calibration-from-left = Fenster vom linken Rand
calibration-from-right = Fenster vom rechten Rand
calibration-from-bottom = Fenster vom unteren Rand
calibration-folds = Falze von der Oberkante der Seite
calibration-size = { $width } x { $height } mm
calibration-length = { $length } mm
calibration-rulers = Zwei Lineale: oben 150 Millimeter, unten fünfdreiviertel Zoll
calibration-mm = mm
calibration-inch = Zoll
