"""Programs that build the data files, and what is generated."""
