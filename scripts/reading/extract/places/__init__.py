"""Where a customer lives: at the end of a signature, behind "here in", by a postcode or a telephone number."""
