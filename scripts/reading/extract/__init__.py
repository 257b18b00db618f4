"""Facts in a customer's own words: numbers, names, days, texts, wishes, each with the characters it was read from."""
