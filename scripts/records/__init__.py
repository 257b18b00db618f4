"""How a file that people write is read as a typed record, or refused with all that is wrong in it."""
