"""Find the verbs that go with a noun far more often than any other: what is sounded is mostly an alarm.

python -m tools.phrasing.collocations COUNTS OUT
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from newsfix.models.inflections import forms
from newsfix.models.tagger import tagger
from newsfix.models.wording import CLASSES

_BETWEEN = "the a an its his her their this".split()
_FEWEST, _SHARE, _LIFT = 12, 0.08, 40.0
_VERB = ("VERB",)


def found(folder: Path) -> dict[str, list[str]]:
    """Return for each noun the verbs that go with it."""
    import numpy as np

    words = (folder / "words.txt").read_text("utf-8").split("\n")
    numbers = {word: number for number, word in enumerate(words)}
    triples = np.load(folder / "3.npz")
    keys, counts = triples["keys"], triples["counts"]
    middle = (keys >> np.uint64(16)) & np.uint64(0xFFFF)
    some = np.isin(middle, np.array([numbers[word] for word in _BETWEEN], np.uint64))
    pairs: Counter[tuple[int, int]] = Counter()
    for key, count in zip(keys[some].tolist(), counts[some].tolist(), strict=True):
        first, last = key >> 32, key & 0xFFFF
        if first >= len(CLASSES) and last >= len(CLASSES):
            pairs[first, last] += count
    of_first: Counter[int] = Counter()
    of_last: Counter[int] = Counter()
    for (first, last), count in pairs.items():
        of_first[first] += count
        of_last[last] += count
    total = sum(of_first.values())
    verbs: dict[str, bool] = {}
    table: dict[str, list[str]] = defaultdict(list)
    for (first, last), count in sorted(pairs.items(), key=lambda pair: -pair[1]):
        if count < _FEWEST or not words[first].isalpha() or not words[last].isalpha():
            continue
        if (
            count < _SHARE * of_last[last]
            or count * total < _LIFT * of_first[first] * of_last[last]
        ):
            continue
        verb = words[first]
        if verb not in verbs:
            tags = tagger().tag_words(["to", verb, "the", "thing"])
            past = tagger().tag_words(["they", verb, "the", "thing"])
            is_verb = tags[1].startswith(_VERB) or past[1].startswith(_VERB)
            verbs[verb] = is_verb and any(
                form.endswith("ing") and form in numbers for form in (verb, *forms(verb))
            )
        if verbs[verb]:
            known = [form for form in (verb, *forms(verb)) if form in numbers]
            table[words[last]] += [form for form in known if form not in table[words[last]]]
    return dict(table)


def main() -> int:
    """Write a noun and its verbs a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    table = found(options.counts)
    head = "# Nouns with the verbs that go with them far more often than any other.\n"
    head += "# Source: counts over edited news (docs/models/phrasing.md). Built by tools/phrasing. Apache-2.0.\n"
    lines = sorted(f"{noun}\t{' '.join(verbs)}" for noun, verbs in table.items())
    options.out.write_text(head + "\n".join(lines) + "\n", "utf-8")
    print(len(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
