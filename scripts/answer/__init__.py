"""The reply to a case, and what goes with it."""
