"""The tests of newsfix."""
