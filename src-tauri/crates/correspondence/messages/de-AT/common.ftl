# Was in Österreich anders heißt.

month-january = Jänner
invoice-tax-id = Ihre UID-Nr.
