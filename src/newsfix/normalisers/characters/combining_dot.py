"""CHR115."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_DOT = Pattern(r"(?<=[iıjI])\u0307+")


@rule(
    "CHR115",
    "combining-dot",
    changes={"The mi\u0307ni\u0307ster of İzmir": "The minister of İzmir"},
    keeps=["The Lithuanian ė\u0301 and İzmir", "Diyarbakır and Kılıç"],
    needs="\u0307",
    languages=EVERY,
)
def combining_dot(text: Text) -> Iterator[Finding]:
    """A second dot on an i, as a character of its own.

    Turkish has a capital İ with a dot, and software that makes it small without knowing Turkish
    leaves the dot behind. Readers hardly see it; search and models take the word for another.
    """
    for match in _DOT.finditer(text.raw):
        yield replace(match.span(), "", "A dot on an i that has one.", 0.98)
