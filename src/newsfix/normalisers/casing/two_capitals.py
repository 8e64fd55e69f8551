"""CAS109."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

_WORD = Pattern(r"(?<![\p{L}\p{N}@#.’'&-])\p{Lu}{2}\p{Ll}+(?![\p{L}\p{N}@&])")


@rule(
    "CAS109",
    "two-capitals",
    changes={
        "THe mayor left. WHile it rained in BErlin, he slept.": (
            "The mayor left. While it rained in Berlin, he slept."
        )
    },
    keeps=[
        "Two MPs, the PMs, their IDs and the TVs",
        "OPEC and McKay met at IKea and eBay.",
        "The USes of it",
    ],
    shapes=("AAa",),
)
def two_capitals(text: Text) -> Iterator[Finding]:
    """Two capitals at the beginning of a common word or a name: the shift key was held too long.

    Plurals of abbreviations (MPs, IDs) and brands are right as they are.
    """
    common = words("words")
    names = words("places", "names")
    small = words("closed_class")
    for match in _WORD.finditer(text.raw):
        word = match[0]
        lower = word.lower()
        if (
            len(word) < 3
            or (word.endswith("s") and len(word) < 5)
            or text.is_protected(match.span())
        ):
            continue
        if lower in small:
            sure = 0.97
        elif lower in names:
            sure = 0.96
        elif lower in common and len(word) > 4:
            sure = 0.85
        else:
            continue
        start = match.start() + 1
        message = f"“{word}” begins with two capitals."
        yield replace((start, start + 1), word[1].lower(), message, sure, at=match.span())
