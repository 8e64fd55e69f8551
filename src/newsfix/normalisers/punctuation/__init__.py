"""Spacing around marks, runs of marks, stray and missing marks, glued words."""
