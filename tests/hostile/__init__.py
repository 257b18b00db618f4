"""`make hostile`: every hostile string in every field of the site, and what became of it."""
