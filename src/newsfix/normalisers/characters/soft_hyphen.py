"""CHR103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_SOFT = Pattern(r"\xad+")
_MANY = 100
_EVERY = 20  # words


@rule(
    "CHR103",
    "soft-hyphen",
    changes={
        "The govern\xadment met the par\xadlia\xadment.": "The government met the parliament.",
    },
    keeps=["The govern-ment"],
    needs="\xad",
    languages=EVERY,
)
def soft_hyphen(text: Text) -> Iterator[Finding]:
    """A soft hyphen: an invisible mark where a word may be divided.

    It is a trace of typesetting, and splits words for search and for models. A document that marks
    the divisions of all its long words does so on purpose, for a narrow column: there it stays a
    suggestion.
    """
    count = text.raw.count("\xad")
    on_purpose = count >= _MANY and count * _EVERY > len(text.raw) / 6
    message = "An invisible soft hyphen."
    if on_purpose:
        message += " This document has them throughout, so they may be there on purpose."
    for match in _SOFT.finditer(text.raw):
        yield replace(match.span(), "", message, 0.4 if on_purpose else 0.98)
