"""The shells: arguments or a form in, print or JSON out."""
