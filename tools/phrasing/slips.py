"""How many slips of the hand are found, and how often edited news is told to hold one.

    python -m tools.phrasing.slips [DATA] [--words N]

In sentences of clean/dev, of which the models have seen nothing, one mark is put in (PUN120), one word misspelled
(PHR109) or one pronoun exchanged for another form of it (PRO105), by chance and seeded. Printed is, for each: how many
were made, the share that is found at its place and the share for which what stood there is offered; and how many findings
there are in 1,000 words of the untouched documents.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from string import ascii_lowercase

from benchmarks.data import clean_documents, data_folder
from newsfix import Pipeline
from newsfix.models.wording import cut
from newsfix.text import Text
from newsfix.text.pronoun_cases import FORMS

_MARKS = ",;:!?.'"
_FEWEST_WORDS = 6
_EVERY = 12  # sentences, of which one is spoiled
_LONGEST = 80  # words

Spoil = Callable[[str, Random], tuple[int, int, str] | None]


def mark_put_in(sentence: str, random: Random) -> tuple[int, int, str] | None:
    """Return an edit that puts a mark behind a word."""
    words = [(at, word) for at, word in cut(sentence) if word.isalnum()]
    ends = [at + len(word) for at, word in words if sentence[at + len(word) :][:1] == " "]
    return (at := random.choice(ends), at, random.choice(_MARKS)) if ends else None


def word_misspelled(sentence: str, random: Random) -> tuple[int, int, str] | None:
    """Return an edit that exchanges two letters of a word, drops one, doubles one or sets another."""
    words = [
        (at, word)
        for at, word in cut(sentence)
        if word.isascii() and word.islower() and len(word) > 1
    ]
    if not words:
        return None
    start, word = random.choice(words)
    at = random.randrange(len(word) - 1)
    left, first, second, right = word[:at], word[at], word[at + 1], word[at + 2 :]
    other = random.choice(ascii_lowercase)
    new = random.choice(
        (
            second + first + right,
            second + right,
            first + first + second + right,
            other + second + right,
        )
    )
    return None if left + new == word else (start, start + len(word), left + new)


def pronoun_exchanged(sentence: str, random: Random) -> tuple[int, int, str] | None:
    """Return an edit that sets another form of a pronoun."""
    places = [(at, word, forms) for at, word in cut(sentence) for forms in FORMS if word in forms]
    if not places:
        return None
    start, word, forms = random.choice(places)
    return start, start + len(word), random.choice([form for form in forms if form != word])


_KINDS: dict[str, Spoil] = {
    "PUN120": mark_put_in,
    "PHR109": word_misspelled,
    "PRO105": pronoun_exchanged,
}


def main() -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--words", type=int, default=200_000)
    options = parser.parse_args()
    documents = list(_documents(data_folder(options.data), options.words))
    size = sum(len(document.split()) for document in documents)
    print(
        "| rule | made | found | offered | in 1,000 words of edited news |\n| --- | --- | --- | --- | --- |"
    )
    for code, spoil in _KINDS.items():
        made, found, offered = _spoiled(documents, code, spoil)
        pipeline = Pipeline(select=[code])
        alarms = sum(len(pipeline.run(document).findings) for document in documents)
        print(
            f"| {code} | {made} | {found / made:.2f} | {offered / made:.2f} | {1000 * alarms / size:.3f} |"
        )
    return 0


def _documents(folder: Path, words: int) -> Iterator[str]:
    for document in clean_documents(folder):
        words -= len(document.split())
        if words < 0:
            return
        yield document


def _spoiled(documents: list[str], code: str, spoil: Spoil) -> tuple[int, int, int]:
    """Return how many sentences were spoiled, in how many that was found, and in how many the fix is right."""
    random, pipeline = Random(1), Pipeline(select=[code])  # noqa: S311
    made = found = offered = 0
    for sentence in _sentences(documents, random):
        edit = spoil(sentence, random)
        if edit is None:
            continue
        start, end, new = edit
        there = [
            one
            for one in pipeline.run(sentence[:start] + new + sentence[end:]).findings
            if one.span.start <= start + len(new) and start <= one.span.end
        ]
        made += 1
        found += bool(there)
        offered += any(fix.replacement == sentence[start:end] for one in there for fix in one.fixes)
    return made, found, offered


def _sentences(documents: list[str], random: Random) -> Iterator[str]:
    for document in documents:
        for span in Text(document).sentences:
            sentence = span.of(document)
            if _FEWEST_WORDS <= len(sentence.split()) <= _LONGEST and random.randrange(_EVERY) == 0:
                yield sentence


if __name__ == "__main__":
    sys.exit(main())
