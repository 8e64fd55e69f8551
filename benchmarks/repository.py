"""Measure runs over a whole repository: the first, the cached second, a hook on one small file.

    python -m benchmarks.repository [--files N] [--rounds N] [--out FOLDER]

The repository is made of the example articles, their paragraphs in other orders, so that no two files
are the same. Times are of whole processes, as their user waits for them.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.articles import articles
from benchmarks.publish import publish

_OUT = Path(__file__).parent / "results"
_COMMAND = (sys.executable, "-m", "newsfix", "check", "--exit-zero")
_PARAGRAPHS = 5
# Compiled modules are kept, as where a package is installed.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
_SMALL = "The mayor left the town on Monday. “It is late,” he added.\n"
_GARBLED = "The mayor , they said,left the town on Monday. “It is late,” he added.\n"


def main() -> int:
    """Measure; return 1 if a cached run says something else than the first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = _write(folder, options.files)
        runs = {
            "first run, one process": (".", "--jobs=1", "--no-cache"),
            "first run": (".",),
            "second run": (".",),
        }
        taken: dict[str, float] = {}
        said = []
        for run, arguments in runs.items():
            seconds, output = _timed(folder, *arguments)
            taken[run] = round(seconds, 2)
            said.append(output)
        hooks = _hooks(folder, options.rounds)
    results = {
        "files": options.files,
        "characters": characters,
        "cores": len(os.sched_getaffinity(0)),
        "seconds": taken,
        "second_to_first": round(taken["second run"] / taken["first run"], 3),
        "one_small_file_ms": hooks,
    }
    publish(options.out, "repository", results, _table(results))
    print(_table(results))
    return 0 if len(set(said)) == 1 else 1


def _write(folder: Path, files: int) -> int:
    """Write the articles; return how many characters they have."""
    order = random.Random(2)  # noqa: S311  # no secret
    paragraphs = [one for article in articles() for one in article.text.split("\n\n")]
    characters = 0
    for number in range(files):
        path = folder / f"{number % 20:02}" / f"{number:04}.txt"
        path.parent.mkdir(exist_ok=True)
        text = "\n\n".join([f"Article {number}.", *order.sample(paragraphs, _PARAGRAPHS)]) + "\n"
        path.write_text(text, "utf-8")
        characters += len(text)
    return characters


def _hooks(folder: Path, rounds: int) -> dict[str, float]:
    """Return the median milliseconds of a check of one small file."""
    times = {}
    for name, text in (("clean", _SMALL), ("garbled", _GARBLED)):
        path = folder / f"{name}.txt"
        path.write_text(text, "utf-8")
        for state, flags in (("", ["--no-cache"]), (", cached", [])):
            taken = [_timed(folder, path.name, *flags)[0] for _ in range(rounds + 1)]
            times[name + state] = round(1000 * median(taken[1:]), 1)
    shutil.rmtree(folder / ".newsfix_cache")
    return times


def _timed(folder: Path, *arguments: str) -> tuple[float, bytes]:
    start = perf_counter()
    ran = subprocess.run(
        (*_COMMAND, *arguments), cwd=folder, env=_ENVIRONMENT, capture_output=True, check=True
    )
    return perf_counter() - start, ran.stdout


def _table(results: dict[str, object]) -> str:
    seconds, hooks = results["seconds"], results["one_small_file_ms"]
    assert isinstance(seconds, dict)
    assert isinstance(hooks, dict)
    lines = [
        "# Whole repositories",
        "",
        f"{results['files']} files, {results['characters']} characters, {results['cores']} cores.",
        "",
        "| `newsfix check .` | seconds |",
        "|---|---:|",
        *(f"| {name} | {value} |" for name, value in seconds.items()),
        "",
        f"The second run takes {results['second_to_first']} of the first.",
        "",
        "| `newsfix check FILE`, one small file | ms |",
        "|---|---:|",
        *(f"| {name} | {value} |" for name, value in hooks.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
