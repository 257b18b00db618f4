"""One order as it is told, and what follows from it by computation alone."""
