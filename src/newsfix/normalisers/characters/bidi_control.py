"""CHR104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_RUN = Pattern(f"[{_CONTROLS}]+")
_RIGHT_TO_LEFT = Pattern(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]")


@rule(
    "CHR104",
    "bidi-control",
    changes={"The \u200ebank\u202c said \u2067no\u2069.": "The bank said no."},
    keeps=["The word \u2067שלום\u2069 means peace."],
    needs=_CONTROLS,
    languages=EVERY,
)
def bidi_control(text: Text) -> Iterator[Finding]:
    """An invisible control for the direction of writing, in a text that runs one way.

    Pages in Arabic or Hebrew leave them in their translations, and they can make a text look
    different from what it is. A paragraph that holds letters written from right to left keeps them.
    """
    for match in _RUN.finditer(text.raw):
        paragraph = text.paragraph_at(match.start())
        if not _RIGHT_TO_LEFT.search(paragraph.of(text.raw)):
            yield replace(match.span(), "", "An invisible control of direction.", 0.98)
