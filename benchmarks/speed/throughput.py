"""Megabytes a second, of several contenders that take turns on the same documents."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import process_time
from typing import Any

import ftfy

from newsfix import Pipeline
from newsfix.normalisers import FAMILIES, family

Contender = Callable[[str], object]

#: Documents that warm up caches and compile patterns before anything is timed.
_WARM_UP = 20


def contenders() -> dict[str, Contender]:
    """Return what is compared: newsfix, each of its families, and what others do."""
    whole = Pipeline()
    chosen: dict[str, Contender] = {"newsfix": whole.run, "newsfix, restraint off": _unrestrained()}
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
    """Return how the time for one long text grows when the text is twice and four times as long."""
    run = Pipeline().run
    text = "\n\n".join(documents)
    unit = text[: min(len(text), 200_000)]
    sizes = (1, 2, 4)
    times: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            times[size].append(_time(run, ["\n\n".join([unit] * size)]))
    best = {size: min(taken) for size, taken in times.items()}
    return {
        "characters": len(unit),
        **{f"{size}x": round(best[size] / best[1], 3) for size in sizes},
    }


def _time(run: Contender, documents: Sequence[str]) -> float:
    start = process_time()
    for document in documents:
        run(document)
    return process_time() - start
