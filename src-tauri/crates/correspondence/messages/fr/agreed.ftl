# Lettres que les deux parties signent : échéancier et transaction ; et la confirmation de paiement.

plan-subject = Accord sur un échéancier de paiement
plan-opening = Nous convenons que { $total } sont dus, selon le détail suivant :
plan-parts =
    { $count ->
        [one] Cette somme sera payée à la date suivante ({ $count } versement) :
       *[other] Cette somme sera payée en { $count } versements :
    }
plan-part = Versement
plan-due = Au plus tard le
plan-left = Reste ensuite { $currency }
plan-total = Total des versements
plan-default =
    { $days ->
        [0] Si un versement n’est pas arrivé à sa date, la totalité de la somme restant due devient immédiatement exigible.
        [one] Si un versement n’est pas arrivé un jour après sa date, la totalité de la somme restant due devient immédiatement exigible.
       *[other] Si un versement n’est pas arrivé { $days } jours après sa date, la totalité de la somme restant due devient immédiatement exigible.
    }
plan-charges-rest = Tant que chaque versement arrive à temps, aucun intérêt ni frais supplémentaire n’est demandé.
plan-early = Vous pouvez payer plus tôt ou davantage à tout moment.
plan-rights = Au-delà de cet échéancier, aucune partie ne renonce à un droit.
plan-reply = L’accord prend effet lorsque les deux parties l’ont signé. Merci de signer un exemplaire et de le renvoyer au plus tard le { $date } : { $contact }.

settle-mark = Sans reconnaissance préjudiciable
settle-subject = Proposition de règlement amiable
settle-opening = Selon mes comptes, { $total } sont dus, selon le détail suivant :
settle-offer = Pour clore cette affaire, j’accepte de recevoir { $offer } au lieu de { $total }, si cette somme me parvient avant la fin de la journée du { $date }.
settle-sum = Somme pour solde de tout compte
settle-until = Avant la fin de la journée du
settle-release = Dès que { $offer } sont arrivés à temps, la dette entière de { $total } est éteinte et je renonce au surplus.
settle-lapses = Si la somme n’est pas arrivée avant la fin de la journée du { $date }, cette proposition devient caduque sans autre avis.
settle-falls-back = Si la somme n’est pas arrivée avant la fin de la journée du { $date }, cette proposition devient caduque sans autre avis. Si vous l’avez acceptée entre-temps, la dette entière de { $total }, moins ce que vous avez payé, est de nouveau due.
settle-prejudice = Cette proposition est faite sans reconnaissance préjudiciable : elle ne vaut aveu de rien, et aucune partie ne peut s’en prévaloir devant un tribunal.
settle-accept = Pour accepter, signez ci-dessous et renvoyez un exemplaire, ou payez simplement à temps. Vous pouvez me joindre ainsi : { $contact }.

settled-subject = Confirmation de paiement intégral
settled-opening =
    { $count ->
        [one] Je confirme que cette facture a été intégralement réglée :
       *[other] Je confirme que ces factures ont été intégralement réglées :
    }
settled-on = Soldée le
settled-total = Total réglé
settled-nothing-owed = Au { $date }, plus rien n’est dû à ce titre, ni les sommes elles-mêmes, ni intérêts, ni frais.
settled-thanks = Merci pour votre paiement.
