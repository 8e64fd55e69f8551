"""Measure LanguageTool's rules on the training parts: writes languagetool/data/odds.tsv.

``python -m tools.measure_languagetool HOME [DATA]``. A rule is right where the editor of a machine
translation changed a word that it marks (pe/train), and its first proposal where that brings the
segment closer to the edited one. What it reports in edited news (clean/train) at the same rate is no
sign of a translation: the share of its findings that edited news explains is taken off. Rules with
few findings lean on their category, and that on all rules. A rule that edited news draws nearly as
often, or that is mostly wrong, is switched off.
"""

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.data import data_folder
from benchmarks.grammar.observed import Observed, observe
from benchmarks.grammar.texts import translated
from benchmarks.phrasing.sets import post_edited
from newsfix.finding import Finding
from newsfix.languagetool import Grammar, Server
from newsfix.text import Text

OUTPUT = Path(__file__).parent.parent / "src/newsfix/languagetool/data/odds.tsv"
_DOCUMENTS = 300  # spread over all of the post-edited sets
_CLEAN_WORDS = 120_000
_CLEAN = ("wikinews_2019_2020", "masakhanenews_eng", "bbc2005", "allsides_train")
#: Findings that a prior counts as.
_WEIGHT = 10.0
_RIGHT_ENOUGH = 0.5
#: Of its rate in translations, what a rule may find in edited news.
_TELLING = 0.6
_HEADER = (
    "# LanguageTool {version}: how its rules fared on pe/train and clean/train (tools/measure_languagetool.py).\n"
    "# rule or category/\tstate\twrong\tright\tfound\tchanged by the editor\tper 100,000 words translated\tedited\n"
)


def main() -> int:
    """Measure, and write the table."""
    home, folder = Path(sys.argv[1]), data_folder(sys.argv[2] if len(sys.argv) > 2 else None)
    documents = list(translated(post_edited(folder, "train")))
    step = max(1, len(documents) // _DOCUMENTS)
    with Server(home, limit=120) as server:
        grammar = Grammar(server.url, all_rules=True, limit=300)

        def finder(text: str) -> Iterator[tuple[str, Finding]]:
            for match, finding in grammar.matches(Text(text)):
                yield f"{match.rule}\t{match.category}", finding

        seen = observe(finder, documents[::step], _clean(folder))
        version = grammar.version()
    OUTPUT.write_text(_HEADER.format(version=version) + "".join(_rows(seen)), "utf-8")
    print(
        f"{seen.words} words translated, {seen.clean_words} edited, {sum(seen.found.values())} findings"
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


def _rows(seen: Observed) -> Iterator[str]:
    everything = sum(seen.found.values())
    prior = sum(seen.wrong.values()) / everything
    first = sum(seen.closer.values()) / max(1, sum(seen.moved.values()))
    categories = sorted({key.split("\t")[1] for key in (*seen.found, *seen.clean)})
    for category in categories:
        keys = [key for key in {*seen.found, *seen.clean} if key.endswith(f"\t{category}")]
        wrong, right, row = _odds(seen, keys, prior, first)
        yield f"{category}/\ton\t{row}"
        for key in sorted(keys):
            rule = key.split("\t")[0]
            own, _, row = _odds(seen, [key], wrong, right)
            yield f"{rule}\t{_state(own, seen, key)}\t{row}"


def _state(wrong: float, seen: Observed, key: str) -> str:
    rate, rate_clean = seen.found[key] / seen.words, seen.clean[key] / seen.clean_words
    return "on" if wrong >= _RIGHT_ENOUGH and rate_clean <= _TELLING * rate else "off"


def _odds(seen: Observed, keys: list[str], prior: float, first: float) -> tuple[float, float, str]:
    found, wrong = (sum(counter[key] for key in keys) for counter in (seen.found, seen.wrong))
    closer, moved = (sum(counter[key] for key in keys) for counter in (seen.closer, seen.moved))
    clean = sum(seen.clean[key] for key in keys)
    rate, rate_clean = found / seen.words, clean / seen.clean_words
    # Edited news draws the rule too: so much of what it finds says nothing.
    beyond = 1 - (clean + 1) / seen.clean_words / (rate_clean + rate + 2 / seen.clean_words)
    share = (wrong + _WEIGHT * prior) / (found + _WEIGHT)
    own = min(share, 2 * beyond * share)
    right = (closer + _WEIGHT * first) / (moved + _WEIGHT)
    row = f"{own:.2f}\t{min(own, right):.2f}\t{found}\t{wrong}\t{rate * 1e5:.1f}\t{rate_clean * 1e5:.1f}\n"
    return own, right, row


if __name__ == "__main__":
    sys.exit(main())
