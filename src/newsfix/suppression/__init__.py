"""What is to be left alone, and how people say so: comments in the file, “[sic]”, a baseline, lines."""

from newsfix.suppression.complaints import SUPPRESSION, complaints
from newsfix.suppression.scope import EVERYTHING, Judge, Place, Scope
from newsfix.suppression.suppressions import Suppressions, suppressions

__all__ = [
    "EVERYTHING",
    "SUPPRESSION",
    "Judge",
    "Place",
    "Scope",
    "Suppressions",
    "complaints",
    "suppressions",
]
