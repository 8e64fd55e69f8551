"""Quotation marks and brackets: their partners, their style and their direction."""
