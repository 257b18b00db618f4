"""One order as it is told, and what follows from it by reckoning alone."""
