"""Capitals where none belong, and small letters where a capital does."""
