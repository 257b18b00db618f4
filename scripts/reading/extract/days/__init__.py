"""Days in a message: how they are written, which day of the calendar each is, and what it is a day of."""
