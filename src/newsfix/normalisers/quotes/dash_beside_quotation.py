"""QUO112."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.attribution import attribution_at
from newsfix.text.quote_style import quotation_marks

_AFTER_QUOTATION = Pattern(r"(?P<inner>[,.]?)(?P<mark>[”\"])(?P<gap>,?[ ]?[–—―-][ ])(?=\p{L})")
_INSIDE = Pattern(r"(?P<stop>[,!?…])(?P<gap>[ ]?[–—―-][ ])(?=\p{L})")
_RESUMED = Pattern(r"(?P<stop>[.,])(?P<gap>[ ][–—―-][ ])(?=\p{L})")
_SHAPES = tuple(
    f"{mark}{gap}{dash} "
    for mark in ("”", '"', ",", "!", "?", "…")
    for gap in ("", " ")
    for dash in "–—-\x01"
)


@rule(
    "QUO112",
    "dash-beside-quotation",
    changes={
        "“Yes”, — she said.": "“Yes,” she said.",
        "“We won, — he said. — We are glad.”": "“We won,” he said. “We are glad.”",
    },
    keeps=[
        "“We – the town – won,” he said.",
        "He is a “close friend” — the mayor said he was away.",
    ],
    shapes=_SHAPES,
)
def dash_beside_quotation(text: Text) -> Iterator[Finding]:
    """A dash between a quotation and the words that attribute it.

    Russian and Polish set it behind the closing mark, or run the whole speech between one pair of
    marks with the attribution between dashes. English needs neither; a dash that sets words off
    inside a sentence is another thing, and stays.
    """
    raw = text.raw
    opening, closing = quotation_marks(raw, text.profile.quotes)
    message = "A dash beside a quotation, where English has none."
    begins = {
        text.paragraph_at(pair.opening.start).start: pair for pair in text.quotations.pairs[::-1]
    }
    for match in _AFTER_QUOTATION.finditer(raw):
        if attribution_at(raw, match.end()) is None:
            continue
        before = raw[max(0, match.start() - 3) : match.start()].rstrip()[-1:]
        ended = match["inner"] == "," or before in ("!", "?", "…")
        comma = "" if ended else ","
        paragraph = text.paragraph_at(match.start())
        first = begins.get(paragraph.start)
        if not ended and (first is None or first.opening.start > paragraph.start):
            continue  # a dash after quoted words inside a sentence
        start = match.start() if match["inner"] == "." else match.start("mark")
        yield replace((start, match.end()), f"{comma}{match['mark']} ", message, 0.96)
    for pair in text.quotations.pairs:
        for match in _INSIDE.finditer(raw, *pair.inside):
            said = attribution_at(raw, match.end(), pair.inside.end)
            if said is None:
                continue
            yield replace(match.span("gap"), f"{closing} ", message, 0.96)
            resumed = _RESUMED.match(raw, said.end(), pair.inside.end)
            if resumed is not None:
                yield replace(resumed.span("gap"), f" {opening}", message, 0.96)
