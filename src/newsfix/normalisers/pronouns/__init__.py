"""Pronouns that do not fit what they stand for, with the document as evidence."""
