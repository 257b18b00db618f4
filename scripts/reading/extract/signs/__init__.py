"""What they wish, what for, what is wrong, and the small signs of a message."""
