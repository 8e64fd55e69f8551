"""Words that a text shows on purpose: in quotation marks or in brackets."""

from collections.abc import Sequence

from newsfix.span import Span
from newsfix.spans import meets

# The word as its own language writes it, beside the English one.
_OPENING = frozenset("([“\"‘'«「《（*_")
_BRACKET = 80  # characters in which a bracket opens


def is_shown(raw: str, quoted: Sequence[Span], span: tuple[int, int]) -> bool:
    """Say whether ``span`` stands in quotation marks, asterisks or brackets; ``quoted`` is sorted.

    >>> raw = "The city (Stadt) and the 'Amt' met the Rat."
    >>> [is_shown(raw, (), (raw.index(word), raw.index(word) + 3)) for word in ("Stadt", "Amt", "Rat")]
    [True, True, False]
    """
    start = span[0]
    if raw[max(0, start - 1) : start] in _OPENING or meets(quoted, span):
        return True
    opened = raw.rfind("(", max(0, start - _BRACKET), start)
    return opened >= 0 and raw.find(")", opened, start) < 0
