"""Characters that are not what they look like, that cannot be seen, or that no writer typed."""
