"""CHR113."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

_DROP = Pattern(
    r"(?P<quote>[“\"‘']?)(?P<first>\p{Lu})(?P<gap>\.[ ]?|[ ]{1,2}|[ ]?\n{1,2})(?P<rest>\p{Ll}[\p{Ll}’']*|\p{Lu}{2,}\b)"
    r"(?=[ ,]|['’]s )"
)
_WORDS_THEMSELVES = frozenset("AIO")

_GAPS = frozenset(". \n")
_QUOTES = frozenset("“\"‘'")


@rule(
    "CHR113",
    "drop-cap",
    changes={
        "T.he council met in May.": "The council met in May.",
        "W e are late, he said.": "We are late, he said.",
        "P\neople met in the streets.": "People met in the streets.",
        "“T hey left,” he said.": "“They left,” he said.",
    },
    keeps=[
        "A man left.",
        "I think so.",
        "U.S. troops left.",
        "A is for apple.",
        "J. van Dijk won.",
        "X marks the spot.",
        "E coli was found.",
        "D\nand the rest",
    ],
)
def drop_cap(text: Text) -> Iterator[Finding]:
    """The large first letter of an article, torn from its word.

    Print sets it as a picture of its own, so extraction puts a space, a full stop or a line end
    behind it. The letter and the rest must be a common English word together, and the rest none on
    its own, or none that could follow the letter.
    """
    raw = text.raw
    for line in text.lines:
        if raw[line.start + 1 : line.start + 2] not in _GAPS and raw[line.start] not in _QUOTES:
            continue
        match = _DROP.match(raw, line.start)
        if match is None:
            continue
        first, rest = match["first"], match["rest"]
        whole = f"{first}{rest}".lower()
        common = words("words", "closed_class")
        if whole not in common:
            continue
        alone = rest.lower() in common and len(rest) > 1
        small = words("closed_class")
        if first in _WORDS_THEMSELVES and match["gap"] == " ":
            sure = 0.97 if whole in small and rest.lower() not in common else 0.4
        elif not alone or match["gap"] == ".":
            sure = 0.97
        else:
            # "T he", "W hen": the rest is a word, but no letter stands before it.
            sure = 0.96 if whole in small else 0.7
        if rest.isupper() and sure < 0.97:
            continue
        if sure >= 0.5:
            yield replace(
                match.span("gap"),
                "",
                "A first letter torn from its word.",
                sure,
                at=match.span("first"),
            )
