"""PUN110."""

from collections.abc import Iterator
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

_FIRST = (
    "of in into on over under to at for and from with by about after before between during since"
    " that than then when while which who is was were are be been has have had will would can could"
    " the as but not also said says told"
).split()
_SECOND = "the a an his her their its this that these those he she they it we be been not".split()
_RARE_WORDS = frozenset("washer hasher asher".split())


@cache
def _glued() -> dict[str, tuple[str, str]]:
    """Return every pair of small words written as one, unless that is a word itself."""
    pairs = {one + other: (one, other) for one in _FIRST for other in _SECOND if one != other}
    for known in (_RARE_WORDS, *map(words, ("words", "closed_class", "names"))):
        for pair in known & pairs.keys():
            del pairs[pair]
    # "ina" is a name, "hasit" hardly a word: short pairs prove nothing.
    return {pair: parts for pair, parts in pairs.items() if len(pair) > 4}


@rule(
    "PUN110",
    "glued-words",
    changes={
        "The end ofthe talks was inthe news.": "The end of the talks was in the news.",
        "They agreed thatthe vote stands.": "They agreed that the vote stands.",
    },
    keeps=["He wrote onto the wall into which the others went.", "Asthe is a name in Asthe Hall."],
    misses={"The councilhas met.": "The council has met."},
)
def glued_words(text: Text) -> Iterator[Finding]:
    """Two small words written as one, such as "ofthe".

    Line ends and tags that were removed without a space glue the words beside them. Only pairs of
    words that English uses all the time, and that are not a word together, are repaired.
    """
    for word in sorted(_glued().keys() & text.vocabulary.bare):
        pattern = Pattern(
            rf"(?<![\p{{L}}\p{{N}}@#./’'_-]){word}(?![\p{{L}}\p{{N}}@/’'_-])(?!\.\p{{L}})"
        )
        one, _ = _glued()[word]
        for match in pattern.finditer(text.raw):
            at = match.start() + len(one)
            message = f"“{word}” is two words."
            yield replace((at, at), " ", message, 0.97, at=match.span())
