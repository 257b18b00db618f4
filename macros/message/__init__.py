"""A message as it is written in a YAML file, parsed into the tree that everything else reads."""
