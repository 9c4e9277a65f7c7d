# Deuxième rappel et dernier rappel : fermes, polis, datés ; ils demandent le motif.

notice-subject-second-one = Deuxième rappel : facture { $invoice }
notice-subject-second-many = Deuxième rappel : { $count } factures
notice-subject-last-one = Dernier rappel avant mise en demeure : facture { $invoice }
notice-subject-last-many = Dernier rappel avant mise en demeure : { $count } factures
notice-opening =
    { $count ->
        [one] Une de mes factures a passé son échéance.
       *[other] Plusieurs de mes factures ont passé leur échéance.
    }
notice-requests = J’ai déjà pris contact avec vous à ce sujet : { $requests }.
notice-work = Objet de la prestation : { $work }.
notice-account = Voici ce que montrent mes comptes au { $date } :
notice-enclosed =
    { $count ->
        [one] Une copie est jointe à cette lettre.
       *[other] Des copies sont jointes à cette lettre.
    }
notice-ask = Je vous prie de régler { $total }, de sorte que cette somme me parvienne au plus tard le { $deadline }.
notice-reason = S’il y a une raison à ce retard, ou si vous n’êtes pas d’accord, merci de me le faire savoir d’ici là : { $contact }. Si vous ne pouvez pas tout régler en une fois, proposez-moi un échéancier et je vous répondrai.
notice-next = Si ni le paiement ni une réponse ne me sont parvenus d’ici là, ma prochaine lettre sera une mise en demeure de payer.
notice-crossed = Si votre paiement est déjà en route, ne tenez pas compte de cette lettre et recevez mes remerciements.
