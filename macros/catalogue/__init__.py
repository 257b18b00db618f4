"""The words: YAML files and facts read, resolved and laid out as the catalogue that everything else sees."""
