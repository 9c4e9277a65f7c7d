# La lettre d’accompagnement : ce que contient l’enveloppe.

cover-subject = Documents joints
cover-subject-about = Documents joints : { $about }
cover-opening =
    { $count ->
        [one] Vous trouverez ci-joint ce document :
       *[other] Vous trouverez ci-joint ces { $count } documents :
    }
cover-number = N°
cover-paper = Document
cover-pages = Pages
cover-copy = { $title } (copie)
cover-missing = S’il manque quelque chose ou si un document est illisible, merci de me le dire : { $contact }.
mail-copy = Ceci est une copie : la même lettre a été remise le { $date }.
