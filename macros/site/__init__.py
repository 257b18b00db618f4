"""What is done to the whole built site once all its files are there: addresses, and the name of the version."""
