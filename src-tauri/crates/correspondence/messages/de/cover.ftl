# Das Begleitschreiben: was im Umschlag liegt.

cover-subject = Unterlagen
cover-subject-about = Unterlagen: { $about }
cover-opening =
    { $count ->
        [one] anbei erhalten Sie diese Unterlage:
       *[other] anbei erhalten Sie diese { $count } Unterlagen:
    }
cover-number = Nr.
cover-paper = Unterlage
cover-pages = Seiten
cover-copy = { $title } (Kopie)
cover-missing = Falls etwas fehlt oder nicht lesbar ist, geben Sie mir bitte Bescheid: { $contact }.
mail-copy = Dies ist eine Kopie: Dasselbe Schreiben wurde am { $date } übergeben.
