"""ENC104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_SURROGATES = Pattern("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


@rule(
    "ENC104",
    "surrogate",
    changes={
        "Good \ud83d\ude00 news": "Good \U0001f600 news",
        "Bad \ud83d news": "Bad \ufffd news",
    },
    keeps=["Good \U0001f600 news"],
    needs=tuple(map(chr, range(0xD800, 0xE000))),
    languages=EVERY,
)
def surrogate(text: Text) -> Iterator[Finding]:
    """Half of a character: a code unit of UTF-16 that stands alone.

    Two halves side by side are joined to the character that they are. What one half was is lost,
    and no file can hold it, so the mark for a lost character takes its place.
    """
    for match in _SURROGATES.finditer(text.raw):
        joined = match[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield replace(match.span(), joined, "Half of a character.", 0.98)
