# Le dernier avis : quand et où la demande sera déposée, et comment l’éviter encore.

final-subject = Avis avant saisine du tribunal
final-passed = Le { $demanded }, je vous ai mis en demeure de payer au plus tard le { $deadline }. Cette date est passée et la dette reste impayée.
final-passed-extended = Le { $demanded }, je vous ai mis en demeure de payer au plus tard le { $deadline }, délai que j’ai ensuite prolongé jusqu’au { $extended }. Cette date est passée elle aussi et la dette reste impayée.
final-account = Voici ce qui est dû au { $date } :
final-filing = Je porterai cette créance devant la justice (juridiction : { $court } ; dépôt de la demande le { $filing }), sauf si { $total } me sont parvenus au plus tard le { $deadline }.
final-filing-date = Dépôt de la demande
final-filing-court = Juridiction
final-licence = { $clause } : cette clause régit le droit d’utiliser les images ; mes droits à ce titre sont inchangés.
final-answer = Si vous contestez la dette ou souhaitez proposer un échéancier, écrivez-moi avant cette date : { $contact }.
