"""What a message is about, and what each of its sentences asks."""
