# Le décompte des intérêts et frais : chacun avec son calcul.

charges-subject = Décompte des intérêts et frais au { $date }
charges-intro = Intérêts et frais que { $business } demande à { $name }, au { $date }, chacun avec son fondement et son calcul.
charges-what = Poste et fondement
charges-principal = Principal { $currency }
charges-rate = Taux
charges-rate-year = { $rate } par an
charges-rate-month = { $rate } par mois
charges-time = Période
charges-from-to = { $from } au { $to }
charges-days = Jours
charges-amount = Montant { $currency }
charges-rounding = Arrondi, une fois pour le tout
charges-total = Total des intérêts et frais
charges-waived = Remises accordées
charges-waived-on = Accordée le
charges-waived-note = Les postes remis ne font pas partie du total et ne sont pas demandés.
charges-method = Les intérêts sont simples : principal multiplié par le taux et par la durée. Le premier et le dernier jour comptent. Ni les intérêts ni les frais ne portent intérêt.
charges-year = L’année compte { $days } jours.
