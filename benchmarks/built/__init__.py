"""Garbled articles made from edited news, so that the repair of each place is known."""
