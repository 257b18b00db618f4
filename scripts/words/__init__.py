"""The compiled words: entries, templates and blanks, which template is right, and filling it."""
