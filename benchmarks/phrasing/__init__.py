"""Phrasing: which words are wrong, what edits help, and what is done to edited news. Frozen first."""
