"""Count what edited news writes beside the nouns of connectives, so that no usual wording is taken for a calque.

    python -m tools.build_connectives DATA

DATA is the folder that benchmarks/README.md describes; clean/train is read. Only counts leave it.
"""

import lzma
import sys
from collections import Counter
from pathlib import Path

from newsfix.text.connectives import Phrase, nearest, phrases, phrases_in

OUT = Path(__file__).parent.parent / "src/newsfix/text/data/connective_variants.tsv"
FEWEST = 2  # times: what was written once may be a slip
HEAD = """\
# Wordings near to a connective that edited news writes too, each with how often.
# Source: counts over allsides, reuters21578, bbc2005, masakhanenews, wikinews and basil (clean/train).
# Built by tools/build_connectives.py. Licence: Apache-2.0, as newsfix.
"""


def main() -> None:
    """Count and write."""
    seen: Counter[Phrase] = Counter()
    nouns = {phrase.noun for phrase in phrases()}
    for path in sorted((Path(sys.argv[1]) / "clean/train").glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            raw = file.read()
        seen.update(phrase for phrase, _ in phrases_in(raw, nouns))
    rows = sorted(
        (str(phrase), number)
        for phrase, number in seen.items()
        if number >= FEWEST and nearest(phrase) is not None
    )
    OUT.write_text(HEAD + "".join(f"{said}\t{number}\n" for said, number in rows), "utf-8")


if __name__ == "__main__":
    main()
