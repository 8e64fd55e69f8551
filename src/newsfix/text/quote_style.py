"""Which quotation marks and which apostrophe a document prefers."""

from newsfix.text.single_quotes import single_quoted

STRAIGHT = ('"', '"')
CURLY = ("“", "”")
SINGLE = ("‘", "’")


def quotation_marks(raw: str, *, otherwise: tuple[str, str] = CURLY) -> tuple[str, str]:
    """Return the opening and closing mark that ``raw`` uses for its quotations.

    Where it uses none, or two kinds equally, its apostrophes show what it prefers; where there are
    none of those either, ``otherwise`` decides.

    >>> quotation_marks('He said "no".'), quotation_marks("It’s «late».")
    (('"', '"'), ('“', '”'))
    """
    curly = raw.count("“") + raw.count("”")
    straight = raw.count('"')
    if curly == straight == 0 and "‘" in raw and any(single_quoted(raw)):
        return SINGLE
    if curly == straight:
        curly, straight = raw.count("’"), raw.count("'") - 2 * raw.count("''")
    if curly == straight:
        return otherwise
    return CURLY if curly > straight else STRAIGHT


def apostrophe(raw: str) -> str:
    """Return the apostrophe that ``raw`` prefers: typographic unless it uses straight ones."""
    return "'" if raw.count("'") > raw.count("’") else "’"
