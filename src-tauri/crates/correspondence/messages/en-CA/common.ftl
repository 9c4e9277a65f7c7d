# Closings of letters in Canada.

closing-formal-named = Sincerely,
closing-formal-unnamed = Sincerely,
