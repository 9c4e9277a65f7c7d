SELECT max(issued_on) AS issued_on FROM invoice WHERE kind = 'issued'
