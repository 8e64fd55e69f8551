"""CHR111."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries

if TYPE_CHECKING:
    from regex import Match

_APOSTROPHE = "['’´`‘]"
_GAP = f"[ ]{_APOSTROPHE}[ ]?|{_APOSTROPHE}[ ]"
_NEGATED = Pattern(
    r"(?i)\b(?P<verb>do|does|did|is|are|was|were|has|have|had|would|could|should|must|might|need|ought|wo|ca|sha|ai)"
    rf"(?P<gap>[ ](?=n)|(?=n[ ])|(?=n{_APOSTROPHE}[ ]))n[ ]?{_APOSTROPHE}[ ]?t\b"
)
_NEGATED_LATE = Pattern(
    rf"(?i)\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|might|need|wo|ca|sha|ai)n"
    rf"(?P<gap>[ ]{_APOSTROPHE}[ ]?|{_APOSTROPHE}[ ])t\b"
)
_PRONOUN = Pattern(
    r"\b(?P<word>[Ii]|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Tt]here|[Tt]hat|[Ww]ho|[Ww]hat|[Ww]here|[Hh]ow|[Ll]et|[Hh]ere)"
    rf"(?P<gap>[ ]{_APOSTROPHE}[ ]?|{_APOSTROPHE}[ ])(?P<end>s|m|re|ve|ll|d)\b(?!{_APOSTROPHE})"
)
_POSSESSIVE = Pattern(
    rf"(?<=(?<![\p{{L}}\p{{N}}])[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}.&-]*[\p{{L}}\p{{N}}.)])"
    rf"(?P<gap>[ ]{_APOSTROPHE}|{_APOSTROPHE}[ ]|[ ]{_APOSTROPHE}[ ])s(?=[ ,.;:!?)\"”’']|$)(?!{_APOSTROPHE})"
)
# The workers ’ rights; a straight mark could open a quotation there.
_PLURAL = Pattern(
    r"(?<=(?<![\p{L}\p{N}])\p{L}{2,}s)(?P<gap>[ ]’)(?=[ ]\p{Ll})(?!(?=[ ](?:and|or|but|as|of|in|on|at)\b))"
)
_PREFIX = Pattern(
    rf"(?<![\p{{L}}’'])(?:O(?P<gap>{_GAP})(?=\p{{Lu}}\p{{Ll}})|[dlLD](?P<gap>{_GAP})(?=[AEIOUYHÀÂÉÈÊÎÔŒ]\p{{Ll}}))"
)
_PATTERNS = (
    (_NEGATED, "A contraction with a space in it."),
    (_NEGATED_LATE, "A contraction with a space in it."),
    (_PRONOUN, "A contraction with a space in it."),
    (_POSSESSIVE, "A possessive with a space in it."),
    (_PLURAL, "A possessive with a space in it."),
    (_PREFIX, "A name with a space after its apostrophe."),
)
# An apostrophe with a space on one side at least, and how far around it a pattern may reach.
_SHAPES = tuple(shape for mark in "'’´`‘" for shape in (f" {mark}", f"{mark} ", f" a{mark}"))
_NEAR = Pattern(rf"[ ]?{_APOSTROPHE}?[ ]?(?:(?:s|t|m|re|ve|ll|d)\b|n?[ ]?{_APOSTROPHE}|\p{{Lu}})")
_REACH = 16
_WINDOW = 60  # longer, so that no pattern takes the end of the window for the end of a line
_NAME_BEFORE = Pattern(r"\p{Lu}[\p{L}’'-]+[ ]\Z")
_LAST_WORD = Pattern(r"\p{L}+\Z")
_OPENED = Pattern(r"(?:^|[\s(\[])['‘](?=\p{L})(?![^'’\n]{0,80}['’](?!\p{L}))")


@rule(
    "CHR111",
    "split-contraction",
    changes={
        "They don 't know the company 's price.": "They don't know the company's price.",
        "It is n't ours and we ca n't pay.": "It isn't ours and we can't pay.",
        "I 'm sure that they ’re late.": "I'm sure that they’re late.",
        "Miguel O 'Brien saw the bank’ s sign.": "Miguel O'Brien saw the bank’s sign.",
        "It did n ’t rain.": "It didn’t rain.",
        "The workers ’ rights and the nurses ’ strike": "The workers’ rights and the nurses’ strike",
    },
    keeps=[
        "Some 140 d' Palestinians came to the lessons d' English, and these ’60s songs and the ’90s",
        "Clean 'er up, rock 'n' roll and 't Hooft",
        "The letters 's' and 'm' are missing.",
        "He said 'so what' and left.",
        "The workers' rights and 'the boss' of it",
    ],
    suggests={"They came d' Italie.": "They came d'Italie."},
    misses={"The workers ' rights": "The workers' rights"},
    shapes=_SHAPES,
)
def split_contraction(text: Text) -> Iterator[Finding]:
    """A contraction or a possessive with a space in it.

    Tokenisers split "don't" and "company's" before a text is translated, and the output keeps the
    space. An apostrophe that opens a quotation or stands for missing letters ('90s, 'em) is not
    this fault, and after a plural ("workers ' rights") it may be either.
    """
    raw = text.raw
    seen: set[int] = set()
    for spot in text.spots(*_SHAPES):
        if _NEAR.match(raw, spot) is None and raw[spot - 1 : spot + 2] != "s ’":
            continue
        for pattern, message in _PATTERNS:
            for match in pattern.finditer(raw, max(0, spot - _REACH), spot + _WINDOW):
                if match.end() < spot + _REACH and match.start("gap") not in seen:
                    seen.add(match.start("gap"))
                    yield from _closed(text, pattern, match, message)


def _closed(text: Text, pattern: Pattern, match: "Match[str]", message: str) -> Iterator[Finding]:
    start, end = match.start("gap"), match.end()
    if text.is_protected((start, end)):
        return
    closed = text.raw[start:end].replace(" ", "").replace("´", "'").replace("`", "'")
    doubtful = _in_single_quotation(text.raw, start) or (
        pattern is _POSSESSIVE and _owns_nothing(text.raw, start)
    )
    closed = closed.replace("‘", "’")
    if pattern is _PREFIX and _is_french(text.raw, match):
        message = f"A French “{match[0][0]}'” is left before a name; closed up it is right in French names alone."
        yield replace((start, end), closed, message, 0.15, wrong=0.9)
        return
    yield replace((start, end), closed, message, 0.6 if doubtful else 0.97)


def _is_french(raw: str, match: "Match[str]") -> bool:
    """Say whether "l' Europe" or "studies d' English" is French that was left over, and no name."""
    if match[0][0] == "O":
        return False
    return match[0][0] in "lL" or not _NAME_BEFORE.search(
        raw, max(0, match.start() - 30), match.start()
    )


def _owns_nothing(raw: str, end: int) -> bool:
    """Say whether the word before ``end`` is one that has no possessive, such as "if"."""
    word = _LAST_WORD.search(raw, max(0, end - 20), end)
    kind = entries("closed_class").get(word[0].lower()) if word else None
    return kind not in (None, "pronoun", "determiner", "adverb")


def _in_single_quotation(raw: str, at: int) -> bool:
    """Say whether a single mark was opened before ``at`` and may be closed by this one."""
    line_start = raw.rfind("\n", max(0, at - 200), at) + 1
    before = raw[max(line_start, at - 200) : at]
    return _OPENED.search(before) is not None
