"""Draw applied edits for somebody to judge, keep the verdicts, and calibrate the rules by them.

    python -m benchmarks.judge sample LIST FILE [--data DATA] [--size N] [--per-rule N] [--seed N]
    python -m benchmarks.judge record LIST FILE
    python -m benchmarks.judge prune LIST [--data DATA]
    python -m benchmarks.judge calibrate

LIST is "translated" (refs/ and pe/dev) or "clean" (clean/dev, every change). FILE is written outside
the project: it holds the texts. Whoever judges sets "right" of each line to true or false: would a
careful copy-editor take exactly this edit? What is kept in benchmarks/judged has no text.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.calibration.judged import APPLIED, OF_PAGES, read
from benchmarks.data import clean_documents, data_folder, post_edited, referenced
from benchmarks.quality import verdicts
from benchmarks.quality.on_clean import shown
from benchmarks.quality.verdicts import Verdict
from newsfix import Finding, Pipeline

_TABLE = Path(__file__).parent.parent / "src/newsfix/pipeline/data/confidence.tsv"
_HEAD = (
    "# Rule, edits judged, edits right, confidence to claim."
    " Written by benchmarks.judge; see benchmarks/README.md.\n"
)
# A rule's claim starts from this share, as if so many of its edits had been judged already.
_PRIOR = 0.97
_WEIGHT = 10

_Edit = tuple[Verdict, str]


def main() -> None:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("sample", "record"):
        command = commands.add_parser(name)
        command.add_argument("list", choices=("translated", "clean"))
        command.add_argument("file", type=Path)
        command.add_argument("--data")
        command.add_argument("--size", type=int, default=200)
        command.add_argument("--per-rule", type=int, default=0)
        command.add_argument("--seed", type=int, default=1)
    command = commands.add_parser("prune")
    command.add_argument("list", choices=("translated", "clean"))
    command.add_argument("--data")
    commands.add_parser("calibrate")
    options = parser.parse_args()
    if options.command == "sample":
        sample(options)
    elif options.command == "record":
        record(options)
    elif options.command == "prune":
        prune(options)
    else:
        calibrate()


def sample(options: argparse.Namespace) -> None:
    """Write a sample to be judged; what was judged before and is still applied comes along."""
    edits = list(_edits(options.list, options.data))
    chance = random.Random(options.seed)  # noqa: S311  # reproducible on purpose
    size = len(edits) if options.list == "clean" else min(options.size, len(edits))
    chosen = chance.sample(edits, size)
    drawn = {_identity(one) for one, _ in chosen}
    known = {_identity(one): one.right for one in verdicts.read(options.list)}
    by_rule: dict[str, list[_Edit]] = defaultdict(list)
    for one, context in edits:
        if _identity(one) not in drawn:
            by_rule[one.code].append((replace(one, sample="rule"), context))
    for _, others in sorted(by_rule.items()):
        chance.shuffle(others)
        others.sort(key=lambda edit: _identity(edit[0]) not in known)
        before = sum(_identity(one) in known for one, _ in others)
        chosen += others[: max(before, options.per_rule)]
    with options.file.open("w", encoding="utf-8") as file:
        for one, context in chosen:
            entry = {"right": known.get(_identity(one)), "context": context, **_record(one)}
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    print(f"{len(chosen)} edits of {len(edits)} are in {options.file}")


def record(options: argparse.Namespace) -> None:
    """Keep the verdicts of a judged file, in place of those kept before."""
    kept = []
    for line in options.file.read_text("utf-8").splitlines():
        entry = json.loads(line)
        entry.pop("context")
        if entry["right"] not in (True, False):
            raise SystemExit(f"not judged yet: {line[:120]}")
        kept.append(Verdict(**entry))
    verdicts.write(options.list, kept)
    print(f"{sum(one.right for one in kept)} of {len(kept)} edits are right")


def prune(options: argparse.Namespace) -> None:
    """Drop what was judged beside the random sample and is not applied any more."""
    kept = verdicts.read(options.list)
    judged = {one.text for one in kept}
    pipeline = Pipeline()
    applied = {
        _identity(_verdict(source, identity, text, finding))
        for source, identity, text in _texts(options.list, data_folder(options.data))
        if verdicts.digest(text) in judged
        for finding in pipeline.run(text).applied
    }
    still = [one for one in kept if one.sample == "random" or _identity(one) in applied]
    verdicts.write(options.list, still)
    print(f"{len(still)} of {len(kept)} verdicts are left")


def calibrate() -> None:
    """Write what each rule may claim, from all verdicts."""
    judged: dict[str, list[bool]] = defaultdict(list)
    for one in (*verdicts.read("translated"), *verdicts.read("clean")):
        judged[one.code].append(one.right)
    for proposal in read(APPLIED):
        if not proposal.code.startswith(OF_PAGES):
            judged[proposal.code].append(bool(proposal.right))
    rows = [
        f"{code}\t{len(right)}\t{sum(right)}\t{claim(sum(right), len(right)):.3f}\n"
        for code, right in sorted(judged.items())
    ]
    _TABLE.write_text(_HEAD + "".join(rows), "utf-8")
    print(f"{len(rows)} rules in {_TABLE.name}")


def claim(right: int, judged: int) -> float:
    """Return the share of right edits, drawn towards what rules are worth in general.

    >>> round(claim(40, 40), 3), round(claim(36, 40), 3)
    (0.994, 0.914)
    """
    return (right + _PRIOR * _WEIGHT) / (judged + _WEIGHT)


def _edits(name: str, data: str | None) -> Iterator[_Edit]:
    pipeline = Pipeline()
    for source, identity, text in _texts(name, data_folder(data)):
        for finding in pipeline.run(text).applied:
            yield _verdict(source, identity, text, finding), shown(text, finding)


def _texts(name: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    if name == "clean":
        for number, document in enumerate(clean_documents(folder)):
            yield "clean", str(number), document
        return
    for segments in (referenced(folder), post_edited(folder)):
        for segment in segments:
            yield segment.set, segment.id, segment.text


def _verdict(source: str, identity: str, text: str, finding: Finding) -> Verdict:
    digest, start, end, edit = verdicts.key(text, finding)
    return Verdict(source, identity, digest, start, end, edit, finding.code, "random", right=False)


def _identity(one: Verdict) -> tuple[str, int, int, str]:
    return one.text, one.start, one.end, one.edit


def _record(one: Verdict) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Verdict.__slots__ if name != "right"}


if __name__ == "__main__":
    main()
