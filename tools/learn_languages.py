"""Learn the letters of other languages: which words left in English news are no English.

    python -m tools.learn_languages DATA [--out FILE] [--rows N]

DATA is the folder that benchmarks/README.md describes: what English news writes is learned from clean/train. The
words of other languages are those of wordfreq (R. Speer, 3.1.1: CC BY-SA 4.0), and of Estonian the sources of
pe/train. Only weights leave them. Needs the group training of pyproject.toml; some minutes, fixed seed.
"""

import argparse
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfix.models.languages import ENGLISH, pack, row_of, runs
from newsfix.models.phrasing import phrasing

OUT = Path(__file__).parent.parent / "src/newsfix/models/data/languages.bin"
#: A name that readers know, and the lists it stands for; "+" for those written in Latin letters here.
NAMES = {
    "German": ("de",),
    "French": ("fr",),
    "Spanish": ("es",),
    "Catalan": ("ca",),
    "Italian": ("it",),
    "Portuguese": ("pt",),
    "Dutch": ("nl",),
    "Swedish": ("sv",),
    "Danish or Norwegian": ("da", "nb"),
    "Finnish": ("fi",),
    "Estonian": (),
    "Icelandic": ("is",),
    "Polish": ("pl",),
    "Czech or Slovak": ("cs", "sk"),
    "South Slavic": ("sl", "sh"),
    "Hungarian": ("hu",),
    "Romanian": ("ro",),
    "Turkish": ("tr",),
    "Indonesian or Malay": ("id", "ms"),
    "Baltic": ("lt", "lv"),
    "Russian in Latin letters": ("ru", "uk"),
}
#: The commonest words of each list, and of the English one.
MOST, MOST_ENGLISH = 30_000, 120_000
#: The commonest of the others are learned from so many times more often.
COMMON, COMMON_TIMES = 6_000, 2
#: A word of several lists is English if no other language has it so many times as often.
TIMES = 2
#: So often a word of another language must stand in English news to be no sign of it.
OFTEN = 3
#: Of the examples, the share that English makes up; and how it is learned (AdaGrad).
ENGLISH_SHARE, EPOCHS, BATCH, RATE, DECAY = 0.5, 10, 1000, 0.5, 1e-6
WORD = re.compile(r"(?<![\w@#’'.-])[^\W\d_]{3,}(?![\w@’'-])")
LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфъыьіґ", "a b v g d e z i y k l m n o p r s t u f _ y _ i g".split(), strict=True)),
        "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "э": "e", "ю": "yu", "я": "ya", "ё": "yo",
        "є": "ye", "ї": "yi", "'": "", "’": "",
    }
)  # fmt: skip
LETTER = re.compile(r"[^\W\d_]{3,}")


def of_wordfreq(code: str) -> Iterator[str]:
    """Yield the commonest words of a language, in Latin letters."""
    from wordfreq import available_languages, top_n_list

    size = "large" if code in available_languages("large") else "small"
    for word in top_n_list(code, MOST, wordlist=size):
        latin = word.translate(LETTERS).replace("_", "")
        if LETTER.fullmatch(latin) and (latin == word or not re.search(r"[a-z]", word)):
            yield latin


def of_english(known: frozenset[str]) -> Iterator[str]:
    """Yield rarer words of English that no other language has much more often."""
    from wordfreq import available_languages, get_frequency_dict, top_n_list

    own = get_frequency_dict("en", "large")
    others = []
    for code in {code for codes in NAMES.values() for code in codes}:
        size = "large" if code in available_languages("large") else "small"
        others.append(get_frequency_dict(code, size))
    for word in top_n_list("en", MOST_ENGLISH, wordlist="large"):
        if LETTER.fullmatch(word) and word not in known:
            most = max(other.get(word, 0) for other in others)
            if most < TIMES * own[word]:
                yield word


def estonian(data: Path) -> list[str]:
    """Return the words of Estonian sources that are not written with a capital, the commonest first."""
    counts: Counter[str] = Counter()
    with lzma.open(data / "pe/train/mlqe_eten.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            counts.update(word for word in WORD.findall(json.loads(line)["src"]) if word.islower())
    return [word for word, _ in counts.most_common(MOST)]


def english(data: Path, known: frozenset[str]) -> Counter[str]:
    """Return the words that English news writes small and that are none of the known ones."""
    counts: Counter[str] = Counter()
    for path in sorted((data / "clean/train").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                counts.update(w for w in WORD.findall(line) if w.islower() and w not in known)
    return counts


def examples(data: Path, known: frozenset[str]) -> tuple[list[tuple[str, int]], tuple[str, ...]]:
    """Return words with the number of their language, and the names of the languages."""
    rare = english(data, known)
    found = [(word, 0) for word in rare]
    found += [(word, 0) for word in known if word.isalpha() and len(word) > 2 and word.isascii()]
    more = sorted(set(of_english(known)) - rare.keys())
    found += [(word, 0) for word in more]
    rare.update(dict.fromkeys(more, OFTEN))
    for number, codes in enumerate(NAMES.values(), start=1):
        lists = [list(of_wordfreq(code)) for code in codes] or [estonian(data)]
        # The commonest count more often; what English news writes now and then is no sign of another language.
        for most, times in ((MOST, 1), (COMMON, COMMON_TIMES)):
            listed = {word for one in lists for word in one[:most]}
            some = [word for word in sorted(listed) if word not in known and rare[word] < OFTEN]
            found += [(word, number) for word in some] * times
    return found, (ENGLISH, *NAMES)


def learn(found: list[tuple[str, int]], classes: int, rows: int) -> tuple[Any, Any]:
    """Return weights and constants of a softmax regression, by Adam over all examples at once."""
    import numpy as np
    from scipy.sparse import csr_matrix

    starts, columns, values = [0], [], []
    for word, _ in found:
        own = [row_of(run, rows) for run in runs(word)]
        columns += own
        values += [len(own) ** -0.5] * len(own)
        starts.append(len(columns))
    table = csr_matrix(
        (np.array(values, np.float32), np.array(columns, np.int32), np.array(starts)),
        shape=(len(found), rows),
    )
    labels = np.array([number for _, number in found])
    sizes = np.bincount(labels, minlength=classes)
    # Of unknown words in a text most are English, whatever the lengths of the lists.
    share = np.where(np.arange(classes) == 0, ENGLISH_SHARE, (1 - ENGLISH_SHARE) / (classes - 1))
    each = (share * len(labels) / np.maximum(sizes, 1))[labels].astype(np.float32)
    weights = np.zeros((rows, classes), np.float32)
    constants = np.zeros(classes, np.float32)
    squares = [np.full_like(weights, 1e-6), np.full_like(constants, 1e-6)]
    chance = np.random.default_rng(1)
    for epoch in range(EPOCHS):
        order = chance.permutation(len(labels))
        right = 0
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            part, right_ones = table[some], labels[some]
            scores = part @ weights + constants
            odds = np.exp(scores - scores.max(axis=1, keepdims=True))
            odds /= odds.sum(axis=1, keepdims=True)
            right += int((odds.argmax(axis=1) == right_ones).sum())
            odds[np.arange(len(some)), right_ones] -= 1
            odds *= each[some][:, None] / len(some)
            slopes = (part.T @ odds + DECAY * weights, odds.sum(axis=0))
            for value, slope, square in zip((weights, constants), slopes, squares, strict=True):
                np.add(square, slope * slope, out=square)
                np.subtract(value, RATE * slope / np.sqrt(square), out=value)
        print(epoch, "right:", round(right / len(labels), 4), flush=True)
    return weights, constants


def main() -> int:
    """Learn and write."""
    import numpy as np

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--rows", type=int, default=16384)
    options = parser.parse_args()
    found, names = examples(options.data, frozenset(phrasing().ngrams.words.known))
    print({name: sum(number == at for _, number in found) for at, name in enumerate(names)})
    weights, constants = learn(found, len(names), options.rows)
    step = float(np.quantile(abs(weights), 0.9999)) / 127
    stored = np.clip(np.round(weights / step) + 128, 1, 255).astype(np.uint8).tobytes()
    options.out.write_bytes(pack(names, options.rows, step, stored, [float(c) for c in constants]))
    print(options.out, options.out.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
