"""What is done to the whole built site once all its files are there: addresses, policy, licenses, headers, version."""
