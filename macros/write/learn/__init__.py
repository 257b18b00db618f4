"""How the triage learns from the words of the catalogue and the messages beside them."""
