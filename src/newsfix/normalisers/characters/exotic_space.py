"""CHR107."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_SPACES = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_RUN = Pattern(f"(?<![ ])[ ]*+[{_SPACES}]+[ {_SPACES}]*")
_LINE_BREAK = Pattern(r"[\u2028\u2029\x0b\x85]+")
_BINDING = frozenset("\xa0\u202f\u2009")
# What a space that does not break is set beside on purpose.
_BEFORE_BOUND = Pattern(
    r"(?:\p{N}|\b(?:Mr|Mrs|Ms|Dr|No|St|p|pp|Art|Sec|Fig|Gen|Col|Sen|Rep)\.?|[«‹§№$€£—–])\Z"
)
_AFTER_BOUND = Pattern(
    r"[\p{N}%‰°$€£»›:;!?—–’”…]|[kcmµ]?[mgl]\b|[kMG]?[WBH]\w?\b|(?:km|bn|pm|am)\b"
)


@rule(
    "CHR107",
    "exotic-space",
    changes={
        "The\xa0council met\u2003in\u3000Osaka.": "The council met in Osaka.",
        "The vote \xa0is over.": "The vote is over.",
        "\u3000The vote is over.": "The vote is over.",
        "One line\u2028and another": "One line\nand another",
    },
    keeps=[
        "It is 10\xa0km to Ghent, on 5\u202fMay.",
        "Dr.\xa0Ito ran 5\xa0km.",
        "The vote\u200a—\u200athe first",
        "“He said ‘no’\u2009”",
        "東京\u3000大阪",
    ],
    needs=(*_SPACES, "\u2028", "\u2029", "\x0b"),
    languages=EVERY,
)
def exotic_space(text: Text) -> Iterator[Finding]:
    """A space that is not the ordinary one, where the ordinary one is meant.

    Editors of web pages leave spaces that do not break, and typesetting and East Asian input leave
    wide ones; searching for the words beside them fails. A bound space between a number and its
    unit, after a title, or a thin one at a dash or between two quotation marks is set on purpose. Other
    languages than English keep more words together.
    """
    raw = text.raw
    for match in _RUN.finditer(raw):
        start, end = match.span()
        message = "A space that is not the ordinary one."
        line_start = start == 0 or raw[start - 1] == "\n"
        line_end = end == len(raw) or raw[end] == "\n"
        if line_start and line_end:
            continue
        if line_start or line_end:
            yield replace((start, end), "", message, 0.96)
        elif (len(match[0]) > 1 and " " in match[0] and raw[end] not in ",.;") or not (
            _is_on_purpose(raw, start, end) or _binds(text, match[0])
        ):
            yield replace((start, end), " ", message, 0.97)
    for match in _LINE_BREAK.finditer(raw):
        yield replace(match.span(), "\n", "A line separator that is not a line end.", 0.96)


def _binds(text: Text, spaces: str) -> bool:
    """Say whether a space keeps two words on a line, where the language wants some kept together."""
    return text.conventions.binds_words and _BINDING.issuperset(spaces)


def _is_on_purpose(raw: str, start: int, end: int) -> bool:
    before, after = raw[max(0, start - 6) : start], raw[end : end + 6]
    if _BEFORE_BOUND.search(before) or _AFTER_BOUND.match(after):
        return True
    if _EAST_ASIAN.search(before[-1:]) or _EAST_ASIAN.search(after[:1]):
        return True
    thin = raw[start:end] in ("\u2009", "\u200a", "\u202f", "\u2006")
    return thin and not (before[-1:].isalnum() and after[:1].isalnum())


_EAST_ASIAN = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
