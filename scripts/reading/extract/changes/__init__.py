"""What is to change: the text, an option such as the size, or the address."""
