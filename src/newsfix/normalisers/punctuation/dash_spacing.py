"""PUN115."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from regex import Match

_LEANING = Pattern(
    r"(?<=[\p{L}\p{N},)”\"’%])(?:(?P<before>[ ])[—–](?=\p{L})|[—–](?P<after>[ ])(?=\p{L}))"
)
_DOUBLED = Pattern(
    r"(?<=[^\s—–-])(?P<gap>[ ]?)(?P<dashes>(?:—[ ]?—|–[ ]–|—[ ]?-|-[ ]?—))(?=[ ]?[^\s—–-])"
)

# "the minister -who left in May- said": two hyphens that lean on what they set off.
_HYPHENS = Pattern(r"(?<=[ ])-(?=\p{Ll})[^-–—\n]{3,100}(?<=[\p{L}\p{N}])-(?=[ ,.])")
_COMMA = Pattern(r"[ ]?,")
_TIGHT = Pattern(r"(?<=\p{L})—(?=\p{L})")
_ONE_SIDED = (" —a", " —A", "— a", "— A", " –a", " –A", "– a", "– A")
_TWICE = ("——", "— —", "––", "– –", "—-", "— -", "-—", "- —")


@rule(
    "PUN115",
    "dash-spacing",
    changes={
        "The film — — a comedy — opens today.": "The film — a comedy — opens today.",
    },
    suggests={
        "The bridge —the oldest — was closed.": "The bridge — the oldest — was closed.",
        "The town– once rich – is poor.": "The town – once rich – is poor.",
        "The town — , once rich — is poor.": "The town — once rich — is poor.",
    },
    flags=["The minister -who left in May- has died."],
    keeps=[
        "The bridge—the oldest—was closed.",
        "From 1990–1995, the London–Paris line",
        "LIMA (AP) — The town is poor – or was.",
        "“I never –” he began.",
        "“We left—” “When?”",
    ],
    shapes=(*_ONE_SIDED, *_TWICE, " -a", "— ,", "—,", "– ,", "–,"),
)
def dash_spacing(text: Text) -> Iterator[Finding]:
    """A dash with a space on one side only, or set twice.

    A dash between words has a space on both sides or on none. Which of the two the text prefers is
    seen from its other dashes; where there are none it is a suggestion. Hyphens that stand for
    dashes are only shown. A dash at the end of an unfinished quotation is not this fault.
    """
    raw = text.raw
    leaning = [_LEANING.match(raw, spot) for spot in text.spots(*_ONE_SIDED)]
    if any(leaning):
        spaced = raw.count(" — ") + raw.count(" – ")
        tight = sum(1 for _ in _TIGHT.finditer(raw))
        for match in filter(None, leaning):
            yield _repaired(match, spaced, tight)
    for spot in text.spots(" -a"):
        pair = _HYPHENS.match(raw, spot + 1)
        if pair is not None:
            yield flag(pair.span(), "Hyphens that stand for dashes.", 0.6)
    for spot in text.spots("— ,", "—,", "– ,", "–,"):
        comma = _COMMA.match(raw, spot + 1)
        if comma is not None:
            yield replace(comma.span(), "", "A comma behind a dash.", 0.6)
    for match in _DOUBLED.finditer(raw) if text.spots(*_TWICE) else ():
        dash = match["dashes"].replace("-", "")[0]
        yield replace(match.span("dashes"), dash, "A dash stands twice.", 0.96)


def _repaired(match: "Match[str]", spaced: int, tight: int) -> Finding:
    """Give the dash the spacing that the other dashes of the document have."""
    message = "A dash with a space on one side only."
    if tight > spaced:
        gap = match.span("before") if match["before"] else match.span("after")
        return replace(gap, "", message, 0.8, at=match.span())
    at = match.end() if match["before"] else match.start()
    return replace((at, at), " ", message, 0.9 if spaced > tight else 0.6, at=match.span())
