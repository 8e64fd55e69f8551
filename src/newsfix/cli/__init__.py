"""The command line: the only place that prints and exits."""

import sys

from newsfix.cli.main import main


def run() -> None:
    """Run the command line of this process and exit with its status."""
    sys.exit(main())
