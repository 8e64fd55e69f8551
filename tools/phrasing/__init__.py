"""Learns the phrasing models from public text; docs/models/phrasing.md says how and from what."""
