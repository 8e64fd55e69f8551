"""WRD105."""

from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.connectives import find_wordings
from newsfix.text.listed import Listed
from newsfix.text.lists import entries

_SURE = 0.9
_USUAL = 0.6
# What makes a whole of the calque: "in the same time slot" is good English.
_GOES_ON = frozenset(
    "frame period zone slot span as that it he she they we you i which window bracket limit".split()
)
# A phrase that ends in one of these is whole, whatever follows.
_WHOLE = frozenset("of to from with than that when if how as at on also like in".split())
_TURN = Pattern(r"(?<![\p{L}’'-])[Ii]n[ ](?<whose>his|her|its|their)[ ]turn(?=,)")
_SINCE = frozenset(("since", "Since"))
_DURATION = Pattern(
    r"(?<![Ee]ver )(?<![\p{L}’'])(?<word>[Ss]ince)[ ](?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d{1,2})[ ]"
    r"(?:years|months|weeks|days|decades)(?=[,.;]|[ ](?:and|but|in|at|the|now)[ ])"
)
_STANDS_ALONE = Pattern(r"(?<![’'-])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![’'-])")
_PAIR = Pattern(r"(?i)\bon[ ](?:the[ ])?one[ ](?:side|hand)\b")


@rule(
    "WRD105",
    "connective-calque",
    suggests={
        "In the same time, prices rose.": "At the same time, prices rose.",
        "She sings since three years, and despite of the noise she stays.": (
            "She sings for three years, and despite the noise she stays."
        ),
        "In its turn, the bank acted in accordance to the law.": (
            "For its part, the bank acted in accordance with the law."
        ),
        "On one side, rents fell. On the other side, wages fell too.": (
            "On one side, rents fell. On the other hand, wages fell too."
        ),
    },
    keeps=[
        "Both ran it in the same time that he did, in the same time slot.",
        "On the other side, police had closed the road.",
        "She has sung since three years ago.",
        "He said “in the same time” twice.",
        "He acted in the interest of peace, in exchange for nothing, and in his turn to speak.",
    ],
)
def connective_calque(text: Text) -> Iterator[Finding]:
    """A connective or a preposition put together as another language does.

    “In the same time”, “despite of”, “since three years”: word for word what French, Spanish,
    German or Russian say. The list holds only what edited English hardly ever writes; and of connectives
    that are made of a noun (“in accordance with”), any wording with another small word is one that
    edited news does not have.
    What somebody said is left alone.
    """
    raw = text.raw
    for said, (start, end) in sorted(_listed().find(raw, text.vocabulary.bare), key=itemgetter(1)):
        if not _STANDS_ALONE.match(raw, start) or not _STANDS_ALONE.match(raw, end):
            continue
        goes_on = said.split()[-1] not in _WHOLE and _next_word(raw, end) in _GOES_ON
        if goes_on or _left_alone(text, start):
            continue
        meant = entries("calques")[said[0].lower() + said[1:]]
        fixed = meant[0].upper() + meant[1:] if said[0].isupper() else meant
        yield replace(
            (start, end),
            fixed,
            f"English says “{meant}”; edited news hardly ever writes “{said}”.",
            _SURE,
        )
    for span, phrase in find_wordings(raw, text.vocabulary.bare):
        said, meant = span.of(raw), str(phrase)
        if said.lower() not in entries("calques") and not _left_alone(text, span.start):
            fixed = meant[0].upper() + meant[1:] if said[0].isupper() else meant
            message = f"English says “{meant}”; edited news hardly ever writes “{said}”."
            yield replace(span, fixed, message, 0.75, wrong=0.8)
    for match in _TURN.finditer(raw) if "turn," in raw else ():
        if not _left_alone(text, match.start()):
            fixed = f"{'F' if match[0][0] == 'I' else 'f'}or {match['whose']} part"
            message = f"“{match[0]}” leads to what another side does; English says “{fixed}”."
            yield replace(match.span(), fixed, message, 0.7)
    since = () if _SINCE.isdisjoint(text.vocabulary.bare) else _DURATION.finditer(raw)
    for match in since:
        if not _left_alone(text, match.start()):
            word = "For" if match["word"][0] == "S" else "for"
            yield replace(
                match.span("word"),
                word,
                f"“{match[0]}” is a length of time, which takes “for”; “since” wants a beginning.",
                0.8,
            )
    at = raw.find("n the other side,")
    while at > 0:
        paragraph = text.paragraph_at(at)
        if (
            raw[at - 1] in "oO"
            and not _left_alone(text, at)
            and _PAIR.search(raw, paragraph.start, at)
        ):
            message = "Two points are weighed, with “on one side” before: English says “on the other hand”."
            yield replace(
                (at + len("n the other "), at + len("n the other side")), "hand", message, _USUAL
            )
        at = raw.find("n the other side,", at + 1)


@cache
def _listed() -> Listed:
    calques = entries("calques")
    return Listed([*calques, *(f"{one[0].upper()}{one[1:]}" for one in calques)])


def _next_word(raw: str, at: int) -> str:
    following = raw[at : at + 20].split()
    return following[0].strip(".,;:") if following and raw[at : at + 1] == " " else ""


def _left_alone(text: Text, at: int) -> bool:
    return any(span.start <= at < span.end for span in text.quoted) or text.in_headline(at)
