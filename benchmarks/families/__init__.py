"""What some families of rules do to machine-translated segments: with them, and without."""
