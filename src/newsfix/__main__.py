"""``python -m newsfix``."""

from newsfix.cli import run

run()
