"""Which quotation marks and which apostrophe a document prefers."""

from collections.abc import Mapping

from newsfix.profile import Quotes
from newsfix.text.single_quotes import single_quoted

STRAIGHT = ('"', '"')
CURLY = ("“", "”")
SINGLE = ("‘", "’")
_SETTLED: Mapping[Quotes, tuple[str, str]] = {
    "curly": CURLY,
    "straight": STRAIGHT,
    "single": SINGLE,
}


def quotation_marks(
    raw: str, settled: Quotes | None, *, otherwise: tuple[str, str] = CURLY
) -> tuple[str, str]:
    """Return the opening and closing mark that ``raw`` uses for its quotations, unless it is settled.

    Where it uses none, or two kinds equally, its apostrophes show what it prefers; where there are
    none of those either, ``otherwise`` decides.

    >>> quotation_marks('He said "no".', None), quotation_marks("It’s «late».", "straight")
    (('"', '"'), ('"', '"'))
    """
    if settled is not None:
        return _SETTLED[settled]
    curly = raw.count("“") + raw.count("”")
    straight = raw.count('"')
    if curly == straight == 0 and "‘" in raw and any(single_quoted(raw)):
        return SINGLE
    if curly == straight:
        curly, straight = raw.count("’"), raw.count("'") - 2 * raw.count("''")
    if curly == straight:
        return otherwise
    return CURLY if curly > straight else STRAIGHT


def apostrophe(raw: str, settled: Quotes | None) -> str:
    """Return the apostrophe that ``raw`` prefers: typographic unless it uses straight ones."""
    if settled is not None:
        return "'" if settled == "straight" else "’"
    return "'" if raw.count("'") > raw.count("’") else "’"
