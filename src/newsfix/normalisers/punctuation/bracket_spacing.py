"""PUN111."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_INSIDE_OPEN = Pattern(r"(?<=[(\[])[ ]+(?=[^\s)\]]|\[)")
_INSIDE_CLOSE = Pattern(r"(?<=[^\s(\[](?P<space>[ ]+))[)\]](?!\p{L})")
_BEFORE_OPEN = Pattern(
    r"(?<=(?<![\p{L}\p{N}])\p{L}\p{Ll}{2,}|\p{Ll}[”\"])(?=\((?:(?:\p{L}{2,}|\d{4})[^()\n]*[ ,–-][^()\n]*|\p{Lu}{2,}s?)\))"
)
_AFTER_CLOSE = Pattern(r"(?<=\([^()\n]{0,200}[\p{L}\p{N}.%”\"]\))(?=\p{L}{2})")
_OPENED = ("a(", '"(', "”(")
_CLOSED = (")a", ")A")
_SMILEY = Pattern(r"[:;][ -]?\Z")


@rule(
    "PUN111",
    "bracket-spacing",
    changes={
        "The bank ( the oldest one ) closed.": "The bank (the oldest one) closed.",
        "The bank(the oldest one)closed.": "The bank (the oldest one) closed.",
        "He said [ the union ] won.": "He said [the union] won.",
        "The Central Bank(ECB)said no.": "The Central Bank (ECB) said no.",
    },
    keeps=[
        "The member(s) of the panel (re)opened it.",
        "They won 7-6(5), 6-3 :( ",
        "Item (a) and f(x) stay.",
        "He paid (about $5).",
        "The list: [ ] eggs, [x] milk",
    ],
    shapes=("( ", "[ ", " )", " ]", *_OPENED, *_CLOSED),
    languages=EVERY,
)
def bracket_spacing(text: Text) -> Iterator[Finding]:
    """A space inside a bracket, or none outside it.

    The tokeniser of a translation system sets brackets apart from what they hold, and Chinese sets
    no space around them. Plural "(s)", "(re)opened", tie-breaks, formulas and smileys are right as
    they are.
    """
    raw = text.raw
    message = "A space inside a bracket."
    for spot in text.spots("( ", "[ "):
        match = _INSIDE_OPEN.match(raw, spot + 1)
        if match and raw[match.end()] not in ")]" and not text.is_protected(match.span()):
            yield replace(match.span(), "", message, 0.97)
    for spot in text.spots(" )", " ]"):
        match = _INSIDE_CLOSE.match(raw, spot + 1)
        if match and not _SMILEY.search(raw[max(0, match.start("space") - 3) : spot + 1]):
            yield replace(match.span("space"), "", message, 0.97)
    if text.conventions.brackets_parts:
        return
    message = "No space outside a bracket."
    for pattern, shapes in ((_BEFORE_OPEN, _OPENED), (_AFTER_CLOSE, _CLOSED)):
        for spot in text.spots(*shapes):
            at = spot + 1
            if pattern.match(raw, at) is None:
                continue
            if pattern is _AFTER_CLOSE and not _stands_free(raw, at):
                continue
            if not text.is_protected((spot, at + 1)):
                yield replace((at, at), " ", message, 0.96, at=(spot, at + 1))


def _stands_free(raw: str, after: int) -> bool:
    """Say whether the bracket that ends here holds words of its own: not "(re)open"."""
    opening = raw.rfind("(", 0, after)
    inside = raw[opening + 1 : after - 1]
    if " " in inside or "," in inside:
        return True
    return inside.isalpha() and (len(inside) > 4 or (len(inside) > 1 and inside.isupper()))
