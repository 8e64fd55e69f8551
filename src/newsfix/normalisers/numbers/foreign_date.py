"""NUM117."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.plain import MONTHS

_MONTHS = MONTHS[:12]
_BARE = Pattern(
    r"(?<=\b(?:on|the|On|The|since|Since|until|Until|by|from|From|before|after|till|day|of)[ ])(?<!\bday[ ](?=day))"
    r"(?P<day>3[01]|[12]\d|[1-9])(?P<of>[ ]of[ ])(?P<month>\L<months>)\b(?![’'])(?P<year>,?[ ](?:of[ ])?(?:19|20)\d\d\b)?",
    months=_MONTHS,
)
_ARTICLE = Pattern(
    r"(?<=\b\d{1,2}(?:st|nd|rd|th)[ ]of[ ])the[ ](?=(?:\L<months>)\b(?![’']|[ ]\p{Ll}+s\b))",
    months=_MONTHS,
)
_THE = Pattern(r"(?:\b[Tt]he[ ])?(?:\bday[ ])?\Z")
_AMERICAN = Pattern(r"\b(?:\L<months>)[ ]\d{1,2}\b", months=_MONTHS)
_BRITISH = Pattern(r"\b\d{1,2}[ ](?:\L<months>)\b", months=_MONTHS)

# Where no other date tells, these do.
_AMERICAN_WORDS = Pattern(
    r"\b(?:U\.?S\b|percent|center|defense|program|labor|\p{Ll}{2,}iz(?:e|ed|ing|ation))\b"
)
_BRITISH_WORDS = Pattern(
    r"\b(?:UK|per[ ]cent|centre|defence|programme|labour|\p{Ll}{2,}is(?:ed|ing|ation))\b"
)


@rule(
    "NUM117",
    "foreign-date",
    changes={
        "They met on 5 of March in Porto.": "They met on 5 March in Porto.",
        "It has been closed since the 12 of May 2019.": "It has been closed since 12 May 2019.",
        "They met on the 1st of the January.": "They met on the 1st of January.",
        "On June 3 they met, and on 5 of March they parted.": (
            "On June 3 they met, and on March 5 they parted."
        ),
    },
    keeps=[
        "They met on the 5th of March, on 5 March and on March 5.",
        "Of the 31, on 10 of May’s days it rained; 5 of March’s storms hit Porto.",
        "On the 1st of the January sales they queued.",
    ],
    needs=tuple(f" of {month}" for month in _MONTHS)
    + tuple(f" of the {month}" for month in _MONTHS),
)
def foreign_date(text: Text) -> Iterator[Finding]:
    """A date put together as in another language: "on 5 of March", "the 1st of the January".

    English has "5 March", "March 5" or "the 5th of March". The order is that of the publisher's
    style, else that of the other dates of the document.
    """
    for match in _BARE.finditer(text.raw):
        head = _THE.search(text.raw, max(0, match.start() - 8), match.start())
        start = head.start() if head else match.start()
        year = (match["year"] or "").replace(" of", "")
        if _is_american(text):
            comma = "," if year and "," not in year else ""
            fixed = f"{match['month']} {match['day']}{comma}{year}"
        else:
            fixed = f"{match['day']} {match['month']}{year.replace(',', '')}"
        message = f"“{text.raw[start : match.end()]}” is no date in English."
        yield replace((start, match.end()), fixed, message, 0.96)
    for match in _ARTICLE.finditer(text.raw):
        yield replace(
            match.span(),
            "",
            f"An article before a month, which is a name in English: “{match[0].strip()}”.",
            0.96,
        )


def _is_american(text: Text) -> bool:
    if text.profile.style is not None:
        return text.profile.style == "us"
    for clues in ((_AMERICAN, _BRITISH), (_AMERICAN_WORDS, _BRITISH_WORDS)):
        american, british = (sum(1 for _ in clue.finditer(text.raw)) for clue in clues)
        if american != british:
            return american > british
    return False
