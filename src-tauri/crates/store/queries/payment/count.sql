SELECT count(*) FROM payment
