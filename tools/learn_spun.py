"""Learn what spun text looks like: news whose words are exchanged for words that WordNet puts near them.

    python -m tools.learn_spun WORDNET DATA [--documents N]

The program that spins takes synonyms, similar adjectives, wider and narrower words, so half of what it writes is not
in the list that newsfix looks words up in. Texts of clean/train are spun, others stay as they are, and machine
translations of refs are not spun either. A third of each is kept for the thresholds. Writes text/data/spun.tsv.
"""

import argparse
import json
import lzma
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsfix.models.inflections import bases, inflected
from newsfix.models.phrasing import phrasing
from newsfix.text import Text
from newsfix.text import spun as measured
from newsfix.text.lists import entries, words
from newsfix.text.spun import Place, columns, logistic, odds_of_words, places, signs
from tools.build_thesaurus import related

OUT = Path(__file__).parent.parent / "src/newsfix/text/data/spun.tsv"
#: Who spins takes what is similar, or what is wider and narrower too.
NARROW, WIDE = frozenset("&"), frozenset("&@~")
DRAWN = 200  #: how evenly a program draws: words so common, or commoner, alike
WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
COMMON = 30_000
SHARES = (0.15, 0.2, 0.3, 0.45, 0.6)
WORDS = range(100, 1200)
#: How surely a text must look spun, and a word of it exchanged; bits from which on a word is proposed.
LEAST, LEAST_WORD, SAVES = 0.9, 0.84, 6
PARTS = (0, 1, 5, 25, 45, 49, 50)  # in fiftieths


class Made(NamedTuple):
    """A text, where its words were exchanged, and what is known of its places."""

    kind: str
    exchanged: dict[int, str]
    every: list[Place]
    odds: float


class Spinner:
    """Exchanges words for others that a thesaurus puts near them, the commoner ones more often."""

    def __init__(self, wordnet: Path, signs: frozenset[str]) -> None:
        self._near = related(wordnet, signs)
        self._rank = {word: at for at, word in enumerate(phrasing().ngrams.words.known)}
        self._found: dict[str, list[str]] = {}

    def spin(self, text: str, chance: random.Random, share: float) -> tuple[str, dict[int, str]]:
        """Return a text with a share of its longer words exchanged, and where, for which words."""
        pieces, exchanged, position, length = [], {}, 0, 0
        for match in WORD.finditer(text):
            others = self._others(match[0])
            if others and chance.random() < share:
                often = [1 / (DRAWN + self._rank[other]) for other in others]
                instead = chance.choices(others, often)[0]
                length += match.start() - position
                exchanged[length] = match[0]
                pieces += [text[position : match.start()], instead]
                length += len(instead)
                position = match.end()
        return "".join([*pieces, text[position:]]), exchanged

    def _others(self, word: str) -> list[str]:
        if word not in self._found:
            found = {
                inflected(other, base, word)
                for base in bases(word)
                for other in self._near.get(base, ())
            }
            small = words("closed_class")
            self._found[word] = sorted(
                other
                for other in found - small - {word}
                if len(other) > 3 and self._rank.get(other, COMMON) < COMMON and word not in small
            )
        return self._found[word]


def documents(data: Path) -> list[str]:
    """Return the texts of clean/train that are neither notes nor books."""
    found = []
    for path in sorted((data / "clean/train").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            found += file.read().split("\n\n")
    return [text for text in found if len(text.split()) in WORDS]


def translations(data: Path) -> Iterator[str]:
    """Yield machine translations, the segments of a document joined."""
    for path in sorted((data / "refs").glob("*.xz")):
        joined: dict[tuple[str, str], list[str]] = defaultdict(list)
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for record in map(json.loads, file):
                for system, text in record["hyps"].items():
                    joined[record["doc"] or str(record["seg"] // 15), system].append(text)
        yield from (" ".join(some) for some in joined.values())


def looked_at(kind: str, text: str, exchanged: dict[int, str] | None = None) -> Made:
    """Return a text with its places."""
    seen = Text(text)
    every = [place for span in seen.sentences for place in places(text, span)]
    return Made(kind, exchanged or {}, every, odds_of_words(seen.vocabulary.uncommon))


def regression(
    rows: Sequence[Sequence[float]], labels: Sequence[bool], each: Sequence[float]
) -> list[float]:
    """Return constant and weights of a logistic regression."""
    import numpy as np
    from scipy.optimize import minimize

    table = np.c_[np.ones(len(rows)), np.array(rows, float)]
    side, share = np.where(np.array(labels), 1.0, -1.0), np.array(each) / sum(each)

    def loss(weights: Any) -> Any:
        return (share * np.logaddexp(0, -side * (table @ weights))).sum() + 1e-4 * weights @ weights

    return [float(one) for one in minimize(loss, np.zeros(table.shape[1])).x]


def write(rows: dict[str, Sequence[float]]) -> None:
    """Write the table, and have it read again."""
    head = (
        "# What speaks for spun text: constants and weights of the regressions, and thresholds.\n"
        "# Source: learned from clean/train, spun with WordNet 3.0, and refs (docs/models/spun.md).\n"
        "# Built by tools/learn_spun.py. Licence: Apache-2.0, as newsfix.\n"
    )
    lines = [
        f"{name}\t{' '.join(f'{one:.4g}' for one in row)}\n" for name, row in sorted(rows.items())
    ]
    OUT.write_text(head + "".join(lines), "utf-8")
    entries.cache_clear()
    for kept in (measured._rows, measured._weights):  # noqa: SLF001 - they are what is learned
        kept.cache_clear()


def made(spinners: Sequence[Spinner], data: Path, most: int) -> list[Made]:
    """Return texts: as many spun as not, and as many translated."""
    chance = random.Random(3)  # noqa: S311
    texts, others = (
        documents(data),
        [one for one in translations(data) if len(one.split()) > WORDS[0]],
    )
    chance.shuffle(texts)
    chance.shuffle(others)
    found = [looked_at("clean", text) for text in texts[:most]]
    found += [looked_at("translated", text) for text in others[:most]]
    for text in texts[most : 2 * most]:
        instead, exchanged = chance.choice(spinners).spin(text, chance, chance.choice(SHARES))
        found.append(looked_at("spun", instead, exchanged))
    chance.shuffle(found)
    return [one for one in found if len(one.every) >= measured.FEWEST]


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--documents", type=int, default=500)
    options = parser.parse_args()
    spinners = [Spinner(options.wordnet, signs) for signs in (NARROW, WIDE)]
    found = made(spinners, options.data, options.documents)
    third = len(found) // 3
    kept, seen = found[:third], found[third:]
    rows: dict[str, Sequence[float]] = {}
    pairs = [
        (place, place.span.start in one.exchanged)
        for one in seen
        if one.kind == "spun"
        for place in one.every
    ]
    labels = [label for _, label in pairs]
    rows["share"] = (sum(labels) / len(labels),)
    rows["word"] = regression([columns(place) for place, _ in pairs], labels, [1.0] * len(labels))
    write(rows)
    texts = [signs(one.every, one.odds) for one in seen]
    rows["text"] = regression(texts, [one.kind == "spun" for one in seen], [1.0] * len(seen))
    rows |= thresholds(found)
    write(rows)
    report(kept)
    return 0


def thresholds(found: Sequence[Made]) -> dict[str, tuple[float]]:
    """Return thresholds: of the first look, what eight in a hundred edited texts reach."""
    odds = sorted(one.odds for one in found if one.kind == "clean")
    return {
        "least odds": (odds[len(odds) * 92 // 100],),
        "least": (LEAST,),
        "least word": (LEAST_WORD,),
    }


def report(kept: Sequence[Made]) -> None:
    """Print how texts that nothing was learned from fare."""
    says = {id(one): logistic(measured.weighed("text", signs(one.every, one.odds))) for one in kept}
    for kind in ("clean", "translated", "spun"):
        scores = sorted(says[id(one)] for one in kept if one.kind == kind)
        print(kind, [round(scores[part * (len(scores) - 1) // 50], 3) for part in PARTS])
    said = right = there = proposed = meant = 0
    for one in kept:
        if one.kind == "spun":
            there += sum(place.span.start in one.exchanged for place in one.every)
        if one.kind == "spun" and says[id(one)] >= LEAST:
            for word in measured.told(one.every, 1.0).synonyms:
                said += 1
                right += word.span.start in one.exchanged
                proposed += word.saved >= SAVES
                stood = one.exchanged.get(word.span.start)
                meant += word.saved >= SAVES and stood == word.meant
    print("words: precision", round(right / said, 3), "recall", round(right / there, 3))
    print("proposed", proposed, "right", round(meant / proposed, 3))


if __name__ == "__main__":
    sys.exit(main())
