"""LanguageTool: found or got, started, asked, and never left behind.

The one normaliser that talks to another program. It is off by default and stands beside the families,
for a pipeline that is given one.
"""

from newsfix.languagetool.errors import GrammarError
from newsfix.languagetool.grammar import Grammar
from newsfix.languagetool.installation import find_home, install
from newsfix.languagetool.server import Server

__all__ = ["Grammar", "GrammarError", "Server", "find_home", "install"]
