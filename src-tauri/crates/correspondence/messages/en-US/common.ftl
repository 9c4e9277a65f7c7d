# Closings of letters and words of law in the United States.

closing-formal-named = Sincerely,
closing-formal-unnamed = Sincerely,

method-cheque = check

settle-mark = For settlement purposes only
settle-prejudice = This offer is made for settlement purposes only: it admits nothing, and neither side may rely on it before a court.
pay-cheque = Check
