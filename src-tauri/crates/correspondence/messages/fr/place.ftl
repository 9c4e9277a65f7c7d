# Ce qui entoure les mots : images, enveloppes, étiquettes, bordereau de dépôt, page de contrôle.

# Dit à la place de l’image d’une signature. { $name } : qui signe.
signature-of = Signature de { $name }

envelope-title = Enveloppe pour { $name }
labels-title = Étiquettes d’adresse

posting-title = Bordereau de dépôt
# { $date } : le jour du dépôt.
posting-foot = Bordereau de dépôt du { $date }
posting-what = { $count ->
    [one] Une lettre a été déposée le { $date } par { $name }.
   *[other] { $count } lettres ont été déposées le { $date } par { $name }.
}
posting-recipient = Destinataire
posting-reference = Référence
posting-service = Service et numéro d’envoi
posting-pages = Pages
posting-digest = SHA-256
posting-total = { $count ->
    [one] Une lettre, { $pages } pages en tout.
   *[other] { $count } lettres, { $pages } pages en tout.
}
posting-declaration = Je, soussigné(e) { $name }, déclare avoir mis les pages ci-dessus dans leurs enveloppes, les avoir fermées et déposées.
posting-signature = Lieu, date et signature de { $name }
posting-digest-note = SHA-256 est une somme de contrôle du fichier exact qui a été imprimé ; ses seize premiers chiffres sont indiqués. Les récépissés de la poste accompagnent ce bordereau.

calibration-title = Contrôle de la fenêtre : { $envelope }
calibration-keep-out = Peut apparaître : rien de confidentiel ici
calibration-safe = Apparaît toujours : l’adresse
calibration-print = 1. Imprimez cette page à sa taille réelle (100 %). Désactivez « Ajuster à la page ».
calibration-check = 2. Posez une règle contre les deux échelles ci-dessous. Si elles diffèrent, l’imprimante réduit la page : corrigez cela d’abord.
calibration-fold = 3. Pliez aux repères du bord gauche et glissez la page dans l’enveloppe, cette face vers la fenêtre.
calibration-slide = 4. Poussez la page dans chaque coin. Le cadre vert doit chaque fois apparaître en entier ; rien en dehors du cadre rouge ne doit jamais apparaître.
calibration-choose = 5. Sinon, choisissez une autre enveloppe, ou mesurez la vôtre et saisissez ses mesures.
calibration-envelope = Enveloppe
calibration-window = Fenêtre
calibration-from-left = Fenêtre depuis le bord gauche
calibration-from-right = Fenêtre depuis le bord droit
calibration-from-bottom = Fenêtre depuis le bas
calibration-folds = Plis depuis le haut de la page
calibration-size = { $width } x { $height } mm
calibration-length = { $length } mm
calibration-rulers = Deux règles : 150 millimètres en haut, cinq pouces trois quarts en bas
calibration-mm = mm
calibration-inch = pouces
