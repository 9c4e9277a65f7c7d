# La mise en demeure : sobre, détaillée, datée, licite.

demand-subject = Mise en demeure de payer
demand-opening-person = Vous restez devoir à { $business } la somme de { $total }. La présente mise en demeure indique comment cette somme se compose, à quelle date elle doit être payée et ce que vous pouvez faire si vous n’êtes pas d’accord.
demand-opening-organisation = { $name } reste devoir à { $business } la somme de { $total }. La présente mise en demeure indique comment cette somme se compose, à quelle date elle doit être payée et ce que vous pouvez faire si vous n’êtes pas d’accord.
demand-agreement = La créance résulte de notre contrat { $title }.
demand-agreement-dated = La créance résulte de notre contrat { $title } du { $date }.
demand-work = Prestation réalisée : { $work }.
demand-requests = J’ai déjà demandé le paiement : { $requests }.

request-by-email = le { $date } par courriel
request-by-letter = le { $date } par lettre
request-by-phone = le { $date } par téléphone
request-by-message = le { $date } par message
request-in-person = le { $date } de vive voix

demand-payments = Ces paiements ont été pris en compte : { $payments }.
demand-payment = { $amount } le { $date } pour la facture { $invoice }

demand-account = Voici le compte au { $date } :
demand-clauses = Le contrat prévoit :
clause-topic-payment = { $clause } : paiement.
clause-topic-late-charge = { $clause } : retard de paiement.
clause-topic-licence = { $clause } : droit d’utiliser les images.
clause-topic-deposit = { $clause } : acompte.
clause-topic-cancellation = { $clause } : annulation.
clause-topic-dispute = { $clause } : différends.

demand-ask = Je vous mets en demeure de payer { $total }, de sorte que cette somme me parvienne au plus tard le { $deadline }.
demand-ask-amount = Somme à payer
demand-ask-deadline = Au plus tard le

demand-object = Si vous estimez que tout ou partie de cette somme n’est pas dû, merci de m’indiquer d’ici le { $deadline } quelle partie et pourquoi, et de m’envoyer les documents sur lesquels vous vous fondez. Vous pouvez me joindre ainsi : { $contact }. Ce que vous ne contestez pas reste à payer à cette date.
demand-cannot-pay = Si vous ne pouvez pas payer la totalité en une fois, écrivez-moi avant cette date et proposez un échéancier. Je vous répondrai.
demand-mediation = Une solution amiable reste possible, par exemple par une conciliation ou une médiation. Si vous le souhaitez, dites-le-moi avant cette date.
demand-consequence = Si ni le paiement ni une réponse ne me sont parvenus d’ici là, j’envisagerai la démarche suivante : { $step }.
demand-consequences = Si ni le paiement ni une réponse ne me sont parvenus d’ici là, j’envisagerai les démarches suivantes :
consequence-claim = une action en paiement devant le tribunal compétent
consequence-claim-in = une action en paiement (juridiction : { $court })
consequence-interest = la réclamation des intérêts et des frais prévus par la loi ou par notre contrat
consequence-handover = la remise du dossier à { $to }
consequence-licence = la fin du droit d’utiliser les images, comme le prévoit l’article { $clause } du contrat
