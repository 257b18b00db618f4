"""Who writes, and whom the piece is for."""
