"""CHR117."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix
from newsfix.rules import EVERY, rule
from newsfix.span import Span
from newsfix.text import Pattern, Text

_PRIVATE = Pattern(r"[\ue000-\uf8ff]")
# Where the fonts Symbol and Wingdings keep the signs of lists.
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf06e", "•") | {
    "\uf0e0": "→",
    "\uf0fc": "✓",
}


@rule(
    "CHR117",
    "private-character",
    suggests={"\uf0b7 bread\n\uf0b7 milk": "• bread\n• milk"},
    flags=["The price of \ue123 rose."],
    keeps=["• bread\n• milk"],
    needs=tuple(map(chr, range(0xE000, 0xF900))),
    languages=EVERY,
)
def private_character(text: Text) -> Iterator[Finding]:
    """A character that means nothing outside the font that it was written in.

    Word processors set bullets and arrows in symbol fonts, and web pages their icons. The commonest
    bullets are known; what another one showed is lost with its font.
    """
    for match in _PRIVATE.finditer(text.raw):
        span = Span(*match.span())
        sign = _BULLETS.get(match[0])
        fixes = (Fix(span, sign, 0.9),) if sign else ()
        yield Finding("", span, "A character of a private font.", 0.9, fixes)
