"""What is true of a case: one table of rules for each question."""
