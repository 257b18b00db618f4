"""The text on a piece: what was ordered, what it shows, what it should say, character by character."""
