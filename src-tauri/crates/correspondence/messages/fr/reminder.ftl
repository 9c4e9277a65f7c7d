# Le rappel amical : il suppose que la facture est passée inaperçue ou n’est jamais arrivée.

reminder-subject-one = Petit rappel : facture { $invoice }
reminder-subject-many = Petit rappel : { $count } factures
reminder-opening = J’espère que vous allez bien.
reminder-one = Sur la facture { $invoice } du { $issued }, { $total } devaient être réglés au { $due }. Je ne trouve pas encore cette somme dans mes comptes.
reminder-one-for = Sur la facture { $invoice } du { $issued } ({ $work }), { $total } devaient être réglés au { $due }. Je ne trouve pas encore cette somme dans mes comptes.
reminder-one-part = Merci pour ce que vous avez déjà réglé sur la facture { $invoice } du { $issued }. Dans mes comptes, il reste { $total }, à échéance du { $due }.
reminder-one-part-for = Merci pour ce que vous avez déjà réglé sur la facture { $invoice } du { $issued } ({ $work }). Dans mes comptes, il reste { $total }, à échéance du { $due }.
reminder-many = Dans mes comptes, { $count } factures ont passé leur échéance, pour un total de { $total } :
reminder-slipped = C’est peut-être passé inaperçu, ou ne vous est jamais parvenu : cela arrive facilement.
reminder-slipped-enclosed-one = Elle est peut-être passée inaperçue, ou ne vous est jamais parvenue : cela arrive facilement, une copie est donc jointe.
reminder-slipped-enclosed-many = Elles sont peut-être passées inaperçues, ou ne vous sont jamais parvenues : cela arrive facilement, des copies sont donc jointes.
reminder-ask = Pourriez-vous régler { $total } dans les prochains jours ?
reminder-crossed = Si votre paiement est déjà en route, ne tenez pas compte de ce message.
reminder-thanks = Merci !
