"""Furniture of web pages inside an article: share lines, forms, links, credits, counters."""
