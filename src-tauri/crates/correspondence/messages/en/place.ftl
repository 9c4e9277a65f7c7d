# What stands around the words: pictures, envelopes, labels, the posting list, the calibration page.

# Said instead of the picture of a signature. { $name }: who signs.
signature-of = Signature of { $name }

envelope-title = Envelope to { $name }
labels-title = Address labels

posting-title = Posting list
# { $date }: the day of posting.
posting-foot = Posting list of { $date }
posting-what = { $count ->
    [one] One letter was handed in on { $date } by { $name }.
   *[other] { $count } letters were handed in on { $date } by { $name }.
}
posting-recipient = Recipient
posting-reference = Reference
posting-service = Service and article number
posting-pages = Pages
posting-digest = SHA-256
posting-total = { $count ->
    [one] One letter, { $pages } pages in all.
   *[other] { $count } letters, { $pages } pages in all.
}
posting-declaration = I, { $name }, put the pages listed above into their envelopes, closed them and handed them in.
posting-signature = Place, date and signature of { $name }
posting-digest-note = SHA-256 is a checksum of the exact file that was printed; its first sixteen digits are shown. The receipts of the post belong to this list.

calibration-title = Window check: { $envelope }
calibration-keep-out = May show: nothing private here
calibration-safe = Always shows: the address
calibration-print = 1. Print this page at its actual size (100 %). Switch off “fit to page”.
calibration-check = 2. Hold a ruler against the two scales below. If they differ, the printer scales: change that first.
calibration-fold = 3. Fold at the marks on the left edge and put the page into the envelope, this side to the window.
calibration-slide = 4. Push the page into every corner. The green box must show whole each time; nothing outside the red box may ever show.
calibration-choose = 5. If not, choose another envelope, or measure yours and enter its measures.
calibration-envelope = Envelope
calibration-window = Window
calibration-from-left = Window from the left edge
calibration-from-right = Window from the right edge
calibration-from-bottom = Window from the bottom edge
calibration-folds = Folds from the top of the page
calibration-size = { $width } x { $height } mm
calibration-length = { $length } mm
calibration-rulers = Two rulers: 150 millimetres above, five and three quarter inches below
calibration-mm = mm
calibration-inch = inch
