"""Measure LanguageTool's rules on the training parts: writes languagetool/data/odds.tsv.

``python -m tools.measure_languagetool HOME [DATA]``. A rule is right where the editor of a machine
translation changed a word that it marks (pe/train), and its first proposal where that brings the
segment closer to the edited one. What it reports in edited news (clean/train) at the same rate is no
sign of a translation: the share of its findings that edited news explains is taken off. Rules with
few findings lean on their category, and that on all rules.

A rule is on that is right more often than not, and that edited news draws seldom. Of the others those
are told among many other faults alone that are right there, measured in the texts where those that are
on find so many; what is left is switched off.
"""

import lzma
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import data_folder
from benchmarks.grammar.observed import Observed, observe
from benchmarks.grammar.texts import translated
from benchmarks.phrasing.sets import post_edited
from newsfix.finding import Finding
from newsfix.languagetool import Grammar, Server
from newsfix.languagetool.odds import State
from newsfix.languagetool.swarm import swarms
from newsfix.text import Text

OUTPUT = Path(__file__).parent.parent / "src/newsfix/languagetool/data/odds.tsv"
_EVERY = 3  # documents of the post-edited sets
_CLEAN_WORDS = 300_000
_CLEAN = ("wikinews_2019_2020", "masakhanenews_eng", "bbc2005", "allsides_train")
#: Findings that a prior counts as.
_WEIGHT = 10.0
_RIGHT_ENOUGH = 0.5
#: Of its rate in translations, what a rule may find in edited news.
_TELLING = 0.6
_HEADER = (
    "# LanguageTool {version}: how its rules fared on pe/train and clean/train (tools/measure_languagetool.py).\n"
    "# Told: on: always; many: among many other faults, where it was counted; off: never.\n"
    "# rule or category/\ttold\twrong\tright\tfound\tchanged by the editor\tper 100,000 words translated\tedited\n"
)


class Row(NamedTuple):
    """What was measured of a rule or a category."""

    wrong: float
    right: float
    found: int
    changed: int
    #: In 100,000 words.
    rate: float
    rate_clean: float

    def told(self, then: State) -> State:
        """Return ``then`` if the rule is right often enough, and off if it is not."""
        is_telling = self.rate_clean <= _TELLING * self.rate
        return then if self.wrong >= _RIGHT_ENOUGH and is_telling else State.OFF


def main() -> int:
    """Measure, and write the table."""
    home, folder = Path(sys.argv[1]), data_folder(sys.argv[2] if len(sys.argv) > 2 else None)
    documents = list(translated(post_edited(folder, "train")))[::_EVERY]
    clean = list(_clean(folder))
    with Server(home, limit=120) as server:
        grammar = Grammar(server.url, all_rules=True, limit=300)
        version = grammar.version()

        @cache
        def found(text: str) -> list[tuple[str, Finding]]:
            return [
                (f"{one.rule}\t{one.match.category}", one.finding)
                for one in grammar.judged(Text(text))
            ]

        everywhere = observe(found, documents, clean)
        rows = _rows(everywhere)
        on = {key for key, row in rows.items() if row.told(State.ON) is State.ON}

        def is_faulty(text: str) -> bool:
            return swarms(sum(key in on for key, _ in found(text)), Text(text))

        faulty = [one for one in documents if is_faulty(one.text)], list(filter(is_faulty, clean))
        among = observe(found, *faulty)
    # Rates stay those in all texts: what is not told there counts too.
    among.words, among.clean_words = everywhere.words, everywhere.clean_words
    rows_among = _rows(among, everywhere)
    OUTPUT.write_text(
        _HEADER.format(version=version) + "".join(_lines(rows, rows_among, on)), "utf-8"
    )
    print(
        f"{everywhere.words} words translated, {everywhere.clean_words} edited;"
        f" {len(faulty[0])} of {len(documents)} and {len(faulty[1])} of {len(clean)} texts have many faults"
    )
    return 0


def _clean(folder: Path) -> Iterator[str]:
    """Yield documents of edited news, as many words from each set."""
    for name in _CLEAN:
        left = _CLEAN_WORDS // len(_CLEAN)
        with lzma.open(
            folder / "clean" / "train" / f"{name}.txt.xz", "rt", encoding="utf-8"
        ) as file:
            lines: list[str] = []
            for line in file:
                if line.strip():
                    lines.append(line.strip())
                elif lines:
                    yield "\n\n".join(lines)
                    left -= sum(len(one.split()) for one in lines)
                    lines = []
                    if left <= 0:
                        break


def _rows(seen: Observed, names: Observed | None = None) -> dict[str, Row]:
    """Return what was measured of every rule; of those in ``names`` too."""
    prior = sum(seen.wrong.values()) / sum(seen.found.values())
    first = sum(seen.closer.values()) / max(1, sum(seen.moved.values()))
    every = names or seen
    rules = sorted({*every.found, *every.clean})
    rows = {}
    for category in sorted({key.split("\t")[1] for key in rules}):
        keys = [key for key in rules if key.endswith(f"\t{category}")]
        rows[f"{category}/"] = shared = _row(seen, keys, prior, first)
        for key in keys:
            rows[key] = _row(seen, [key], shared.wrong, shared.right)
    return rows


def _row(seen: Observed, keys: list[str], prior: float, first: float) -> Row:
    found, wrong = (sum(counter[key] for key in keys) for counter in (seen.found, seen.wrong))
    closer, moved = (sum(counter[key] for key in keys) for counter in (seen.closer, seen.moved))
    clean = sum(seen.clean[key] for key in keys)
    rate, rate_clean = found / seen.words, clean / seen.clean_words
    # Edited news draws the rule too: so much of what it finds says nothing.
    beyond = 1 - (clean + 1) / seen.clean_words / (rate_clean + rate + 2 / seen.clean_words)
    share = (wrong + _WEIGHT * prior) / (found + _WEIGHT)
    right = (closer + _WEIGHT * first) / (moved + _WEIGHT)
    return Row(min(share, 2 * beyond * share), right, found, wrong, rate * 1e5, rate_clean * 1e5)


def _lines(rows: dict[str, Row], among: dict[str, Row], on: set[str]) -> Iterator[str]:
    for key, row in rows.items():
        told = State.ON
        if not key.endswith("/") and key not in on:
            told = among[key].told(State.MANY)
        one = among[key] if told is State.MANY else row
        right = min(one.wrong, one.right)
        yield (
            f"{key.split(chr(9))[0]}\t{told}\t{one.wrong:.2f}\t{right:.2f}\t{one.found}\t{one.changed}"
            f"\t{one.rate:.1f}\t{one.rate_clean:.1f}\n"
        )


if __name__ == "__main__":
    sys.exit(main())
