"""Precision, recall and harm, on articles written for it and on real text."""
