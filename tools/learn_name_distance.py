"""Learn which letters differ between spellings of one name, and which between different names.

    python -m tools.learn_name_distance DATA

DATA is the folder that benchmarks/README.md describes; lists/translit_variants.tsv.xz (names of other
scripts as English writes them) and text/data/known_names.tsv (see tools/build_names.py) are read. Each
operation, such as y for i, gets the logarithm of how many times as often it turns a spelling into
another of the same name as it turns a known name into a different one. Nothing is random.
"""

import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from newsfix.text.lists import words
from newsfix.text.name_forms import residue

OUT = Path(__file__).parent.parent / "src/newsfix/text/data/name_operations.tsv"
LONGEST = 2  # letters on either side of an operation
FEWEST = 3  # times that an operation was seen
SMOOTHING = 0.5
HEAD = """\
# How much likelier an operation is between spellings of one name than between two names (natural logarithm).
# Source: learned from 9,637 groups of transliterated names (labels of Wikidata, CC0) and from the known names.
# Built by tools/learn_name_distance.py. Licence: Apache-2.0, as newsfix.
"""


def spellings(data: Path) -> Iterator[tuple[str, str]]:
    """Yield two spellings of one name, every two of each group once."""
    seen = set()
    with lzma.open(data / "lists/translit_variants.tsv.xz", "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            forms = re.sub(r"\(\d+\)", "", line.rstrip("\n").split("\t")[2]).split(" ")
            plain = sorted(form for form in forms if form.isascii() and form.isalpha())
            for pair in combinations(plain, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def neighbours(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield two names that begin or end alike and so may differ by one operation."""
    blocks = defaultdict(list)
    for name in sorted(names):
        blocks[name[:3]].append(name)
        blocks["$" + name[-3:]].append(name)
    seen = set()
    for block in blocks.values():
        for pair in combinations(block, 2):
            if abs(len(pair[0]) - len(pair[1])) <= LONGEST and pair not in seen:
                seen.add(pair)
                yield pair


def operations(pairs: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Count the operations of the pairs that differ in one place only."""
    found: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        one, other = sorted(residue(*pair))
        if len(one) <= LONGEST and len(other) <= LONGEST:
            found[one, other] += 1
    return found


def main(data: Path) -> None:
    """Write the table of operations."""
    same = set(spellings(data))
    known = {name.lower() for name in words("known_names") if name.isascii() and name.isalpha()}
    long = {name for name in known if len(name) > 4}
    of_same = operations(same)
    of_different = operations(pair for pair in neighbours(long) if pair not in same)
    rows = []
    kinds = len(of_same | of_different)
    for operation in sorted(of_same | of_different):
        often, seldom = of_same[operation], of_different[operation]
        if often + seldom < FEWEST:
            continue
        share = (often + SMOOTHING) / (of_same.total() + SMOOTHING * kinds)
        other = (seldom + SMOOTHING) / (of_different.total() + SMOOTHING * kinds)
        rows.append(f"{'/'.join(operation)}\t{math.log(share / other):.1f}\n")
    OUT.write_text(HEAD + "".join(rows), "utf-8")
    print(f"{len(same)} pairs of spellings, {len(rows)} operations")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
