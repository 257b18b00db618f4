"""Order numbers in their many spellings, among the other numbers of a message."""
