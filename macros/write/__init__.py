"""Files that programs write and people commit."""
