"""Find and repair what machine translation and republishing leave in news text.

>>> import newsfix
>>> newsfix.fix("The vote , they said,was over.").text
'The vote, they said, was over.'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsfix.api import check, fix, fix_file
    from newsfix.document import Change
    from newsfix.files import FileError
    from newsfix.finding import Finding, Fix
    from newsfix.formats import Unread
    from newsfix.pipeline import Pipeline
    from newsfix.profile import Profile
    from newsfix.report import Report
    from newsfix.rules import Normaliser, Rule, rule
    from newsfix.span import Span
    from newsfix.text import Text

__version__ = "0.1.0"

__all__ = [
    "Change",
    "FileError",
    "Finding",
    "Fix",
    "Normaliser",
    "Pipeline",
    "Profile",
    "Report",
    "Rule",
    "Span",
    "Text",
    "Unread",
    "check",
    "fix",
    "fix_file",
    "rule",
]

# Where each name lives. It is imported when first asked for, so that the command line starts fast.
_HOMES = {
    "Change": "newsfix.document",
    "FileError": "newsfix.files",
    "Finding": "newsfix.finding",
    "Fix": "newsfix.finding",
    "Normaliser": "newsfix.rules",
    "Pipeline": "newsfix.pipeline",
    "Profile": "newsfix.profile",
    "Report": "newsfix.report",
    "Rule": "newsfix.rules",
    "Span": "newsfix.span",
    "Text": "newsfix.text",
    "Unread": "newsfix.formats",
    "check": "newsfix.api",
    "fix": "newsfix.api",
    "fix_file": "newsfix.api",
    "rule": "newsfix.rules",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value  # so that this function is asked once
    return value
