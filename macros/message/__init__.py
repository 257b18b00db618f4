"""A message: Markdown as written, read once, and printed as HTML or plain text."""
