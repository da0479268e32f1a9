"""Numbers, amounts, dates and times in a text, in digits or words, with their values."""
