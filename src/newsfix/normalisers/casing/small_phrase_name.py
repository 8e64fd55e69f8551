"""CAS111."""

from collections.abc import Iterator
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries

_EDGE_BEFORE = Pattern(r"(?<![\p{L}\p{N}@#&./:_-])")
_EDGE_AFTER = Pattern(r"(?![\p{L}\p{N}@&/_-]|\.\p{L}|['’]\p{L}{3})")


@rule(
    "CAS111",
    "small-phrase-name",
    changes={
        "The European union and the united nations met in new York.": (
            "The European Union and the United Nations met in new York."
        ),
        "The White house is near South korea's coast.": "The White House is near South Korea's coast.",
    },
    suggests={"Nurses of the red cross came.": "Nurses of the Red Cross came."},
    keeps=[
        "The United Nations and the world met; the customs union and the Gulf states did not.",
        "See #united states and @european union now.",
        "The banks of Europe and the World of Banks",
    ],
)
def small_phrase_name(text: Text) -> Iterator[Finding]:
    """A name of several words that has small letters, such as "European union".

    The last word is an ordinary one, so that only the whole shows that it is a name. Where all of
    it could be ordinary words ("a red cross"), it is a suggestion.
    """
    for last in sorted(_by_last().keys() & text.vocabulary.bare):
        for name in _by_last()[last]:
            for written in _spellings(name):
                yield from _look(text, name, written)


def _look(text: Text, name: str, written: str) -> Iterator[Finding]:
    raw = text.raw
    at = raw.find(written)
    while at >= 0:
        end = at + len(written)
        if (
            _EDGE_BEFORE.match(raw, at)
            and _EDGE_AFTER.match(raw, end)
            and not text.is_protected((at, end))
        ):
            ambiguous = entries("phrases")[name] and written.islower()
            sure = 0.96 if not ambiguous else 0.65 if raw.endswith("the ", 0, at) else 0.6
            yield replace((at, end), name, f"“{name}” is a name and needs its capitals.", sure)
        at = raw.find(written, end)


def _spellings(name: str) -> tuple[str, ...]:
    """Return the faulty spellings of a name: all small, or small but for the first word."""
    first, _, rest = name.partition(" ")
    return name.lower(), f"{first} {rest.lower()}"


@cache
def _by_last() -> dict[str, tuple[str, ...]]:
    """Return the names by their last word, small."""
    by_last: dict[str, tuple[str, ...]] = {}
    for name in entries("phrases"):
        last = name.rpartition(" ")[2].lower()
        by_last[last] = (*by_last.get(last, ()), name)
    return by_last
