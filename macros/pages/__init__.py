"""What a page may call, and the layouts that it prints."""
