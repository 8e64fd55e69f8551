"""The place, date and agency that open a news story: “LIMA, Peru (AP) —”."""

from newsfix.span import Span
from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_LONGEST = 90
_CAPITALS = r"\p{Lu}[\p{Lu}.’'-]+(?:[ ]\p{Lu}[\p{Lu}.’'-]*){0,3}"
_WORDS = r"\p{Lu}[\p{L}.’'-]+(?:[ ](?:de[ ]|del[ ]|al-)?\p{Lu}[\p{L}.’'-]*){0,3}"
_PLACE = rf"(?:{_CAPITALS}|{_WORDS})"
_DATE = r"(?:\p{Lu}\p{Ll}{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ]\p{Lu}\p{Ll}{2,8})\.?(?:,?[ ]\d{4})?"
_MORE = rf"(?:,[ ](?:{_WORDS}|{_DATE}))"
_AGENCY = r"(?:\(\p{Lu}[\p{L}\p{N}./ -]{1,40}\)|/[\p{L}][\p{L} .-]{1,20}/\.?)"
_DASH = r"(?:—|–|--?)"
_DATELINE = Pattern(
    rf"(?:{_PLACE}{_MORE}{{0,2}}\.?[ ]?(?:{_AGENCY}[ ]?{_DASH}?|{_DASH})(?![^\s\"“‘'])"
    rf"|{_AGENCY}[ ]{_DASH}(?!\S)"
    rf"|{_CAPITALS}{_MORE}{{0,2}}:(?=[ ]\p{{Lu}}\p{{Ll}}))"
)
_ALONE = Pattern(
    rf"{_PLACE}{_MORE}{{0,2}}\.?[ ]?(?:{_AGENCY}[ ]?{_DASH}?|{_DASH})"
    rf"|{_AGENCY}[ ]?{_DASH}|\((?:\p{{Lu}}{{2,6}}|Reuters|Xinhua|Bloomberg)\)|{_CAPITALS}(?:,[ ]{_WORDS})?,[ ]{_DATE}:?"
)
_HINTS = frozenset("()/—–-:")


def dateline_length(raw: str, paragraph: Span) -> int:
    """Return how many characters of a paragraph its dateline takes, mark and all; mostly none.

    >>> [dateline_length(text, Span(0, len(text))) for text in ("ST. IVES (AP) — It rained.", "It rained.")]
    [15, 0]
    """
    start, end = paragraph
    if not raw[start : start + 1].isupper() and raw[start : start + 1] not in ("(", "/"):
        return 0
    head = raw[start : min(end, start + _LONGEST)]
    if _HINTS.isdisjoint(head):
        return 0
    match = _DATELINE.match(head)
    return match.end() if match else 0


def is_dateline(line: str) -> bool:
    """Say whether a line is a dateline and nothing else.

    >>> [is_dateline(line) for line in ("LIMA, Peru (AP) —", "LIMA, May 5", "Lima", "LIMA WINS")]
    [True, True, False, False]
    """
    if len(line) > _LONGEST or not (line[:1].isupper() or line[:1] in ("(", "/")):
        return False
    if _ALONE.fullmatch(line) is not None:
        return True
    return line.isupper() and line.rstrip(":").lower() in words("places")
