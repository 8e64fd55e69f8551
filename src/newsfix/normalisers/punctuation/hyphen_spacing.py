"""PUN108."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

# At the first of the characters between the two parts.
_HYPHEN = Pattern(
    r"(?<=(?<![\p{L}\p{N}’'-])(?P<left>\p{L}[\p{L}’']{0,30}))"
    r"(?:(?P<before>[ ])-|-(?P<after>[ ])|(?P<both>[ ])-[ ])(?P<right>\p{L}[\p{L}’']*)"
    r"(?![\p{L}’])"
)
_SHAPES = (
    "a- a",
    "a- A",
    "A- a",
    "A- A",
    "a -a",
    "a -A",
    "A -a",
    "A -A",
    "a - a",
    "a - A",
    "A - a",
    "A - A",
)
_MESSAGE = "A space beside a hyphen inside a compound."
_NUMBERED = Pattern(
    r"(?<=\d)(?:[ ]-|-[ ])(?=\L<units>\b)"
    r"|(?<=(?<![\p{L}\p{N}])(?:[A-Z]{1,2}|MiG|Su|Tu))(?:[ ]-|-[ ])(?=\d{1,3}\b)",
    units=tuple(
        "year month week day hour minute second mile kilometre kilometer metre meter foot inch point"
        " member seat page storey story man strong nation time part acre ton tonne goal match".split()
    ),
)
_PREFIXES = frozenset(
    "anti non ex co pre post pro self vice well mid semi multi inter counter pan neo quasi ultra"
    " trans sub super micro mini mega cross half all so high low long short hard soft"
    " two three four five six seven eight nine ten twenty thirty forty fifty first second third"
    " re de un bi tri euro afro anglo sino russo franco".split()
)
_SECOND_PARTS = frozenset(
    "run led owned backed based made born wide free like style related old year term level scale time"
    " mile day week month hour minute storey story sized type driven funded held controlled trained"
    " elect long speed profile ranking quality tech class known called being friendly building"
    " packed ridden stricken torn hit facing speaking language educated appointed elected imposed"
    " sponsored brokered mandated keeping making sharing saving term size strong point nation".split()
)
# A hyphen that waits for its second half: "pre- and post-war".
_SUSPENDED = frozenset(
    "and or to nor but through versus vs rather not than as und et y e i bis von".split()
)


@rule(
    "PUN108",
    "hyphen-spacing",
    changes={
        "The anti -government march was well- known.": "The anti-government march was well-known.",
        "A long -term plan, not a long-term hope": "A long-term plan, not a long-term hope",
        "The two- year term of the ex - minister": "The two-year term of the ex-minister",
        "A long - term plan of the well - known firm": "A long-term plan of the well-known firm",
        "The govern- ment said no.": "The government said no.",
        "A 42 -year-old man and the state- run bank": "A 42-year-old man and the state-run bank",
    },
    keeps=[
        "The pre- and post-war years, two- to three-day trips",
        "The vote - the first in years - was close.",
        "He was tired -very tired- and left.",
        "It is a first- or second-class ticket.",
    ],
    misses={"A state of the art -lab": "A state-of-the-art lab"},
    shapes=(*_SHAPES, "9 -a", "9- a", "A -9", "A- 9"),
)
def hyphen_spacing(text: Text) -> Iterator[Finding]:
    """A space beside a hyphen inside a compound.

    Tokenisers and line breaks tear compounds apart. The compound is sure where its first part can
    only be a prefix or where the document writes it in one piece elsewhere; otherwise the hyphen
    may be a dash, which keeps its spaces, or wait for a second half ("pre- and post-war").
    """
    raw = text.raw
    for spot in text.spots(" -", "- "):
        match = _HYPHEN.match(raw, spot)
        if match is None:
            continue
        left, right = match["left"], match["right"]
        start, end = match.start(), match.start("right")
        if right.lower() in _SUSPENDED or text.is_protected((start, end)):
            continue
        sure = _sure(left, right, text, both=bool(match["both"]))
        if sure < 0.7 and (match["both"] or _is_paired(raw, start, end)):
            continue
        if match["after"] and _is_torn(left, right, text):
            message = "A word torn apart at the end of a line."
            yield replace((start, end), "", message, 0.96, at=(start, end))
        else:
            yield replace((start, end), "-", _MESSAGE, sure, wrong=max(sure, 0.75), at=(start, end))
    yield from _after_number(text)


def _after_number(text: Text) -> Iterator[Finding]:
    """Report "42 -year-old" and "F -35"."""
    for spot in text.spots("9 -a", "9- a", "A -9", "A- 9"):
        match = _NUMBERED.match(text.raw, spot + 1)
        if match is not None and not text.is_protected(match.span()):
            yield replace(match.span(), "-", _MESSAGE, 0.96)


def _sure(left: str, right: str, text: Text, *, both: bool) -> float:
    written = text.vocabulary.words
    compound = f"{left}-{right}"
    small = left.lower()
    if both:
        if small in _PREFIXES and right in _SECOND_PARTS:
            return 0.96
        return {"anti": 0.96, "ex": 0.96, "non": 0.96}.get(small, 0.9 if written[compound] else 0.5)
    if written[compound] or written[compound.lower()]:
        return 0.97
    joins = small in _PREFIXES or right in _SECOND_PARTS
    return 0.96 if joins and right.islower() and len(right) > 1 else 0.6


def _is_torn(left: str, right: str, text: Text) -> bool:
    """Say whether the second part is no word, while the whole is one."""
    whole = f"{left}{right}".lower()
    known = words("words", "closed_class")
    if whole not in known and not text.vocabulary.words[f"{left}{right}"]:
        return False
    return right.lower() not in known and right.lower() not in words("names", "places")


def _is_paired(raw: str, start: int, end: int) -> bool:
    """Say whether there is another lone hyphen nearby, so that the two may be a pair of dashes."""
    around = raw[max(0, start - 120) : start] + raw[end : end + 120]
    return " -" in around or "- " in around
