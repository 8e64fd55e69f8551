"""``newsfix fix``: repair what is sure, report the rest."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

from newsfix.cli.arguments import STDIN
from newsfix.cli.look import Errors, Looked, look
from newsfix.cli.tell import paint, plural, put, report, tell
from newsfix.files import FileError, write_file
from newsfix.output.diff import diff
from newsfix.output.result import Result


def fix(options: Namespace) -> int:
    """Repair the files in place, or print what would change; return the exit status."""
    errors = Errors()
    piped = STDIN in options.paths
    if piped and len(options.paths) > 1:
        message = "standard input (-) is repaired on its own, not with files"
        raise ValueError(message)
    looked = look(options, errors)
    if options.diff:
        done = list(looked)
    elif piped:
        done = list(_pass_through(looked, errors))
    else:
        done = list(_write(looked, errors))
    try:
        if options.diff:
            put(_diffs(done, options), options)
        elif not piped or options.output_file is not None:
            tell([_left(one.result) for one in done], options, _summary(done))
        report([one.result for one in done], options)
    except FileError as error:
        errors.tell(error)
    if errors.any:
        return 2
    changed = any(one.result.report.changes for one in done)
    left = any(_left(one.result).findings for one in done)
    if changed and options.exit_non_zero_on_fix:
        return 1
    # What a patch would repair is not repaired yet.
    return 1 if (left or (changed and options.diff)) and not options.exit_zero else 0


def _write(looked: Iterable[Looked], errors: Errors) -> Iterable[Looked]:
    for one in looked:
        if one.result.report.changes:
            try:
                write_file(one.source, one.result.report.text)
            except FileError as error:
                errors.tell(error)
                continue
        yield one


def _pass_through(looked: Iterable[Looked], errors: Errors) -> Iterable[Looked]:
    """Write the repaired text of standard input to standard output, and nothing else."""
    for one in looked:
        try:
            data = one.source.encode(one.result.report.text)
        except FileError as error:
            errors.tell(error)
            data = one.source.data
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        yield one


def _diffs(done: Iterable[Looked], options: Namespace) -> Iterator[str]:
    for one in done:
        report, encoding = one.result.report, one.source.decoded
        mark = encoding.bom.decode(encoding.encoding)  # else the patch would not fit the first line
        yield from diff(one.source.path, mark + report.original, mark + report.text, paint(options))


def _left(result: Result) -> Result:
    return result.only(lambda finding: not finding.applied)


def _summary(done: list[Looked]) -> str:
    fixed = sum(len(one.result.report.applied) for one in done)
    files = sum(bool(one.result.report.changes) for one in done)
    left = sum(len(_left(one.result).findings) for one in done)
    if not fixed and not left:
        return ""
    kept = f"; {plural(left, 'finding')} left" if left else ""
    return f"Fixed {plural(fixed, 'fault')} in {plural(files, 'file')}{kept}."
