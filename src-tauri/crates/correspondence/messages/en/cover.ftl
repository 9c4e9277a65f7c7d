# The cover letter: what is in the envelope.

cover-subject = Papers enclosed
cover-subject-about = Papers enclosed: { $about }
cover-opening =
    { $count ->
        [one] This paper is enclosed:
       *[other] These { $count } papers are enclosed:
    }
cover-number = No.
cover-paper = Paper
cover-pages = Pages
cover-copy = { $title } (copy)
cover-missing = If anything is missing or cannot be read, please tell me: { $contact }.
mail-copy = This is a copy: the same letter was handed over on { $date }.
