"""How people ask for something to be left alone: comments in the file, “[sic]”, a baseline."""

from newsfix.suppression.complaints import SUPPRESSION, complaints
from newsfix.suppression.suppressions import Suppressions, suppressions

__all__ = ["SUPPRESSION", "Suppressions", "complaints", "suppressions"]
