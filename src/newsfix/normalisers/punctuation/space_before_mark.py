"""PUN101."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

# At the mark, with what may stand before the space.
_MARK = Pattern(
    r"(?<=[\p{L}\p{M}\p{N})\]}”\"'’»%°…“‘«](?P<space>[ \xa0\u2009\u202f]+))"
    r"(?:,(?!,)"
    r"|[;:!?](?:[\s\"”’»]|[!?]+(?!\p{L})|\)(?<!:\))|\Z)"
    r"|[;!?]\p{Lu}\p{Ll}"
    r"|\.(?![.\p{L}\p{N}])(?![ ]+\.)|\.(?=\p{Lu}\p{Ll}+[ ,]))"
)
_LAST_WORD = Pattern(r"[\p{L}’']+\Z")
_OPENING = frozenset("“‘«")
_SHAPES = tuple(space + mark for space in (" ", "\xa0") for mark in ",.;:!?")
# "5 , 000" and "3 . 5" may be one number.
_DIGITS = Pattern(r"\d[ ]+,[ ]?\d{3}(?!\d)|\d[ ]+[.:][ ]?\d")


@rule(
    "PUN101",
    "space-before-mark",
    changes={
        "Paris , France .": "Paris, France.",
        "The vote ; he left": "The vote; he left",
        "Why now ? Nobody knows .": "Why now? Nobody knows.",
        "The mayor said : “No.”": "The mayor said: “No.”",
        "The talks (in Oslo) , he said, went well .": "The talks (in Oslo), he said, went well.",
        "In 2012 , 40 people left.": "In 2012, 40 people left.",
    },
    keeps=[
        "The .38 revolver was found.",
        "Wait ... what?",
        "He paused . . . and left.",
        "They moved to .NET last year.",
        "The score was 3 : 2 after extra time.",
        "See you soon :) and take care",
        "They paid 5 , 000 or so, in such ??rubles.",
    ],
    shapes=_SHAPES,
    languages=EVERY,
)
def space_before_mark(text: Text) -> Iterator[Finding]:
    """A space before a comma, a full stop or another mark that ends something.

    Systems that are trained on tokenised text leave the tokeniser's space in place, a removed link
    leaves the space that stood behind it, and French typography puts one there on purpose. English
    never does, as most languages. Ellipses set with spaces, decimals without a leading zero, names such as .NET,
    scores and smileys are not this fault.
    """
    for spot in text.spots(*_SHAPES):
        end = spot + 1
        match = _MARK.match(text.raw, end)
        if match is None:
            continue
        if text.raw[end] in text.conventions.spaced:
            continue
        start = match.start("space")
        if text.raw[start - 1] in _OPENING - text.conventions.closing:
            continue
        if text.raw[start] != " " and not _is_english(text.raw, start):
            continue  # French sets that space on purpose
        doubtful = _DIGITS.match(text.raw, start - 1) is not None
        mark = text.raw[end]
        yield replace(
            (start, end),
            "",
            f"A space before “{mark}”.",
            0.7 if doubtful else 0.98,
            at=(start, end + 1),
        )


def _is_english(raw: str, end: int) -> bool:
    """Say whether the word that ends at ``end`` is an English one, or no word at all."""
    word = _LAST_WORD.search(raw, max(0, end - 30), end)
    return word is None or word[0].lower() in words("words", "closed_class", "names", "places")
