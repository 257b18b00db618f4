"""What `make check` refuses: words that do not fit together, and a tone that is not ours."""
