"""What a customer's message says: its own words, and what they are about."""
