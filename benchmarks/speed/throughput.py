"""Megabytes a second, of several contenders that take turns on the same documents."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import process_time
from typing import Any

import ftfy

from benchmarks.articles import articles
from newsfix import Pipeline
from newsfix.normalisers import FAMILIES, family

Contender = Callable[[str], object]

#: Documents that warm up caches and compile patterns before anything is timed.
_WARM_UP = 20
_WIDE = "It rained. 🌧"


def contenders() -> dict[str, Contender]:
    """Return what is compared: newsfix, each of its families, and what others do."""
    whole = Pipeline()
    chosen: dict[str, Contender] = {"newsfix": whole.run, "newsfix, restraint off": _unrestrained()}
    marks_and_words = [name for name in FAMILIES if name not in ("residue", "structure")]
    chosen["newsfix, without residue and structure"] = Pipeline(
        [family(name) for name in marks_and_words]
    ).run
    for name in FAMILIES:
        chosen[f"newsfix, {name} alone"] = Pipeline([family(name)]).run
    chosen["ftfy.fix_text"] = ftfy.fix_text
    chosen["str.split"] = str.split
    return chosen


def _unrestrained() -> Contender:
    return Pipeline(restraint=False).run


def throughput(
    documents: Sequence[str], chosen: Mapping[str, Contender], rounds: int
) -> dict[str, Any]:
    """Return the speed of each contender in MB of UTF-8 a second of processor time.

    The contenders take turns, round by round, so that a machine that slows down slows all of them;
    the median round counts, and "of ftfy" is the median of the ratios within a round.
    """
    size = sum(len(document.encode("utf-8", "surrogatepass")) for document in documents) / 1e6
    for run in chosen.values():
        for document in documents[:_WARM_UP]:
            run(document)
    times: dict[str, list[float]] = {name: [] for name in chosen}
    for _ in range(rounds):
        for name, run in chosen.items():
            times[name].append(_time(run, documents))
    ftfys = times["ftfy.fix_text"]
    return {
        "megabytes": round(size, 3),
        "rounds": rounds,
        "contenders": {
            name: {
                "mb_per_s": round(size / median(taken), 3),
                "of_ftfy": round(median(b / a for a, b in zip(taken, ftfys, strict=True)), 3),
            }
            for name, taken in times.items()
        },
    }


def growth(documents: Sequence[str], rounds: int) -> dict[str, Any]:
    """Return how the time for one long text grows when the text is twice and four times as long.

    The texts are every fourth document, every second one, and all of them, so that each has the same
    kinds of text: a text that is repeated would be full of faults. Times are divided by how much
    longer the text really is than the shortest, times 1, 2 and 4.
    """
    run = Pipeline().run
    # A repair anywhere means a second look at the whole text, and one emoji makes every character of a
    # Python string four bytes wide: all three texts have something to repair, and an emoji.
    garbled = [article.text for article in articles()]
    texts = {size: "\n\n".join([*documents[:: 4 // size], *garbled, _WIDE]) for size in (1, 2, 4)}
    times: dict[int, list[float]] = {size: [] for size in texts}
    for _ in range(rounds):
        for size, text in texts.items():
            times[size].append(_time(run, [text]))
    shortest, fastest = len(texts[1]), min(times[1])
    return {
        "characters": shortest,
        **{
            f"{size}x": round(min(times[size]) / fastest * size * shortest / len(text), 3)
            for size, text in texts.items()
        },
    }


def _time(run: Contender, documents: Sequence[str]) -> float:
    start = process_time()
    for document in documents:
        run(document)
    return process_time() - start
