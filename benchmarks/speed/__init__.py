"""How fast newsfix is, beside ftfy and a plain scan, in one run on one machine."""
