"""Build the list of small words of other languages from tools/function_words.txt and clean/train.

    python -m tools.build_function_words DATA

A word is sure to be of another language where English news hardly ever writes it: at most 5 times in a million
words, as in "Sturm und Drang", and it is no English word.
"""

import lzma
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "src/newsfix/text/data/function_words.tsv"
MOST = 5e-6
HEAD = """\
# Small words of other languages; ~ before the languages where English writes the word too.
# Source: tools/function_words.txt, written for newsfix from general knowledge; counts over clean/train.
# Built by tools/build_function_words.py. Licence: Apache-2.0, as newsfix.
"""
WORD = re.compile(r"(?<![\w@#’'.-])[^\W\d_]+(?![\w@’'-])")


def main(data: Path) -> None:
    """Write the list."""
    languages: dict[str, list[str]] = defaultdict(list)
    english: frozenset[str] = frozenset()
    for line in (HERE / "function_words.txt").read_text("utf-8").splitlines():
        name, _, words = line.partition(": ")
        if name == "English":
            english = frozenset(words.split())
        elif line[0] != "#":
            for word in dict.fromkeys(words.split()):
                languages[word].append(name)
    counts: Counter[str] = Counter()
    total = 0
    for path in sorted((data / "clean/train").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                found = WORD.findall(line)
                total += len(found)
                counts.update(word for word in found if word in languages)
    rows = [HEAD]
    for word, names in sorted(languages.items()):
        is_english = word in english or len(word) < 2 or counts[word] > MOST * total
        rows.append(f"{word}\t{'~' if is_english else ''}{'|'.join(names)}\n")
    OUT.write_text("".join(rows), "utf-8")
    print(len(rows) - 1, "words of", total)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
