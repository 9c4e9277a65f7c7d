# Was in Österreich anders heißt.

month-january = Jänner
tax-vat-number = UID-Nr. { $number }
invoice-tax-id = Ihre UID-Nr.
