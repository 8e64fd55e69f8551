"""Settings from ``newsfix.toml``, ``.newsfix.toml`` or ``[tool.newsfix]`` of ``pyproject.toml``.

The nearest file above the working folder counts, and the command line wins over it. A setting is
declared once, in the model: what is read, shown and documented of it is made from that.
"""

from newsfix.cli.settings.model import Settings, matches
from newsfix.cli.settings.read import NAMES, find, read
from newsfix.cli.settings.show import shown

__all__ = ["NAMES", "Settings", "find", "matches", "read", "shown"]
