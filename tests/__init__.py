"""The tests; a package, because some installed package has a top-level `tests` of its own."""
