"""QUO113."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.attribution import attribution_at

_STOP = Pattern(r"\.(?=[\"”’],[ ])")


@rule(
    "QUO113",
    "stop-before-comma",
    changes={
        "“We have won the vote.”, he said.": "“We have won the vote”, he said.",
        '"We are late.", said the mayor.': '"We are late", said the mayor.',
    },
    suggests={
        "The “rule of thumb.”, as it is known, fails.": "The “rule of thumb”, as it is known, fails."
    },
    keeps=["“We left the U.S.”, he said.", "“We won.” He left.", "He said “We won,” and left."],
    shapes=('.",', ".”,", ".’,"),
)
def stop_before_comma(text: Text) -> Iterator[Finding]:
    """A full stop at the end of a quotation whose sentence goes on with a comma.

    Other languages close the quoted sentence with its own full stop and let the attribution follow
    behind a comma. English ends the sentence once. An abbreviation keeps its stop.
    """
    raw = text.raw
    for spot in text.spots('.",', ".”,", ".’,"):
        if not _STOP.match(raw, spot) or stop_at(raw, spot) is not Stop.SENTENCE:
            continue
        if not raw[max(0, spot - 2) : spot].isalpha():
            continue  # an initial, a number
        attributed = attribution_at(raw, spot + 4) is not None
        message = "A full stop inside a quotation and a comma behind it."
        yield replace((spot, spot + 1), "", message, 0.96 if attributed else 0.8)
