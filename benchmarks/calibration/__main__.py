"""Draw proposals for somebody to judge, keep the verdicts, fit what rules may claim, and say what it is worth.

    python -m benchmarks.calibration draw FILE [--applied] [--data DATA] [--every N] [--of-each N] [--seed N]
    python -m benchmarks.calibration keep FILE [--applied]
    python -m benchmarks.calibration prune [--data DATA] [--every N] [--seed N]
    python -m benchmarks.calibration fit
    python -m benchmarks.calibration [report] [--out FOLDER]

``draw`` reads one of N articles of refs/ by every system, and of clean/dev, and writes a line of JSON for
each proposal that is left after the sure repairs, or with --applied for each such repair of a rule of which
benchmarks.judge has few; FILE outside the project: it holds text. Whoever judges
sets "wrong" of each line (is something wrong at the marked place, of the kind that the message says?) and
"right" of those with an edit (would a careful copy-editor take exactly this one?) to true or false.
``keep`` puts the verdicts, without text, into benchmarks/judged; ``prune`` drops those on what the rules do
not say any more, and takes over what they state now; ``fit`` writes the table of the package, and the
report needs no data at all.
"""

import argparse
import json
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.calibration import judged
from benchmarks.calibration.drawing import documents, draw, proposals, repairs
from benchmarks.calibration.fitting import fitted
from benchmarks.calibration.judged import Proposal
from benchmarks.calibration.outcomes import of_finding, of_fix
from benchmarks.calibration.plot import plot
from benchmarks.calibration.report import report
from benchmarks.calibration.table import table
from benchmarks.data import data_folder
from benchmarks.publish import publish
from benchmarks.quality import verdicts
from newsfix import Pipeline

_ROOT = Path(__file__).parent.parent.parent
_TABLE = _ROOT / "src/newsfix/pipeline/data/shifts.tsv"
_PLOT = _ROOT / "docs/calibration.png"
_EAGER = 0.8
_HEAD = (
    "# Rule or family, judged, wrong, judged fixes, right, shifts of the log-odds of findings and of fixes."
    " Written by benchmarks.calibration; see benchmarks/README.md.\n"
)


def main() -> None:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command")
    command = commands.add_parser("draw")
    command.add_argument("file", type=Path)
    command.add_argument("--applied", action="store_true")
    command.add_argument("--data")
    command.add_argument("--every", type=int, default=3)
    command.add_argument("--of-each", type=int, default=21)
    command.add_argument("--seed", type=int, default=1)
    command = commands.add_parser("keep")
    command.add_argument("file", type=Path)
    command.add_argument("--applied", action="store_true")
    command = commands.add_parser("prune")
    command.add_argument("--data")
    command.add_argument("--every", type=int, default=3)
    command.add_argument("--seed", type=int, default=1)
    commands.add_parser("fit")
    commands.add_parser("report")
    parser.add_argument("--out", type=Path, default=_ROOT / "benchmarks/results")
    options = parser.parse_args()
    if options.command == "draw":
        _draw(options)
    elif options.command == "keep":
        _keep(options.file, judged.APPLIED if options.applied else judged.FILE)
    elif options.command == "prune":
        _prune(options)
    elif options.command == "fit":
        _fit()
    else:
        results = report(judged.read(), judged.found())
        publish(options.out, "calibration", results, table(results))
        plot(results, _PLOT)
        print(table(results))


def _draw(options: argparse.Namespace) -> None:
    pipeline = Pipeline()
    look = repairs if options.applied else proposals
    found = [
        one
        for document in documents(data_folder(options.data), options.every, options.seed)
        for one in look(document, pipeline)
    ]
    if options.applied:
        enough = Counter(
            one.code for one in (*verdicts.read("translated"), *verdicts.read("clean"))
        )
        found = [one for one in found if enough[one.proposal.code] < options.of_each]
    else:
        judged.write_found(Counter((one.proposal.code, one.proposal.set) for one in found))
    drawn = draw(found, options.of_each, options.seed)
    with options.file.open("w", encoding="utf-8") as file:
        for one in drawn:
            entry = {**asdict(one.proposal), "message": one.message, "shown": one.shown}
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    print(f"{len(drawn)} of {len(found)} are in {options.file}")


def _keep(file: Path, where: Path) -> None:
    kept = []
    for line in file.read_text("utf-8").splitlines():
        entry = json.loads(line)
        del entry["message"], entry["shown"]
        one = Proposal(**entry)
        if one.wrong is None or (one.right is None) != (one.stated_fix is None):
            raise SystemExit(f"not judged yet: {line[:120]}")
        kept.append(one)
    judged.write(kept, where)
    print(f"{len(kept)} verdicts kept")


def _prune(options: argparse.Namespace) -> None:
    kept, applied = judged.read(), judged.read(judged.APPLIED)
    wanted = {(one.set, one.id) for one in (*kept, *applied)}
    pipeline = Pipeline()
    # A rule that lost its right to be applied may win it back: what it would do counts.
    eager = Pipeline(thresholds={one.code: _EAGER for one in applied})
    said: dict[tuple[str, ...], Proposal] = {}
    done: dict[tuple[str, ...], Proposal] = {}
    for document in documents(data_folder(options.data), options.every, options.seed):
        if (document.set, document.id) in wanted:
            said |= {_place(one.proposal): one.proposal for one in proposals(document, pipeline)}
            done |= {_place(one.proposal): one.proposal for one in repairs(document, eager)}
    for some, found, where in ((kept, said, judged.FILE), (applied, done, judged.APPLIED)):
        still = [
            replace(found[_place(one)], wrong=one.wrong, right=one.right)
            for one in some
            if _place(one) in found
        ]
        judged.write(still, where)
        print(f"{len(still)} of {len(some)} verdicts are left in {where.name}")


def _place(one: Proposal) -> tuple[str, ...]:
    return one.set, one.id, one.code, str(one.start), str(one.end), one.edit


def _fit() -> None:
    """Write the shifts that the package uses, learned from all that was judged where it can be found."""
    kept = [one for one in judged.read() if not one.code.startswith(judged.OF_PAGES)]
    findings = [outcome for one in kept if (outcome := of_finding(one))]
    fixes = [outcome for one in kept if (outcome := of_fix(one))]
    none = dict.fromkeys(judged.OF_PAGES, 0.0)
    of_findings, of_fixes = fitted(findings) | none, fitted(fixes)
    rows = []
    for name in sorted(of_findings):
        said = [one for one in findings if one.code.startswith(name)]
        tried = [one for one in fixes if one.code.startswith(name)]
        rows.append(
            f"{name}\t{len(said)}\t{sum(one.true for one in said)}\t{len(tried)}\t{sum(one.true for one in tried)}"
            f"\t{of_findings[name]:.2f}\t{of_fixes.get(name, 0.0):.2f}\n"
        )
    _TABLE.write_text(_HEAD + "".join(rows), "utf-8")
    print(f"{len(rows)} shifts in {_TABLE.name}")


if __name__ == "__main__":
    main()
