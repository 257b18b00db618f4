"""A message as words, and the phrases of the tables in it."""
