"""Print results in the format that was asked for."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsfix.files import FileError
from newsfix.output import FORMATS
from newsfix.output.colour import Paint, paint_for
from newsfix.output.counts import counts
from newsfix.output.result import Result

_FOR_PEOPLE = ("concise", "full")


def tell(results: Sequence[Result], options: Namespace, summary: str) -> None:
    """Print ``results``, and for people the summary; FileError if a file cannot be written."""
    lines: Iterable[str]
    if options.statistics:
        from newsfix.normalisers import default  # all rules are imported for it

        names = {rule.code: rule.name for one in default() for rule in one.rules}
        lines = counts(results, names)
    else:
        lines = FORMATS[options.output_format](results, paint(options))
    put(lines, options)
    if summary and not options.quiet and options.output_format in _FOR_PEOPLE:
        print(summary, file=sys.stderr)


def report(results: Sequence[Result], options: Namespace) -> None:
    """Write the page with both texts side by side, if it is asked for: FileError if that fails."""
    if options.report is None:
        return
    from newsfix.output.html_report import GENERATOR, html_report

    page = Path(options.report)
    try:
        # "--report *.html" would take the first article for the place of the page.
        if page.is_file() and GENERATOR.encode() not in page.read_bytes()[:1000]:
            raise FileError(options.report, "is there, and no page of newsfix; not overwritten")
    except OSError as error:
        raise _unwritable(options.report, error) from None
    _write(options.report, "".join(html_report(results)))


def put(lines: Iterable[str], options: Namespace) -> None:
    """Print ``lines``, or write them to the file that was named: FileError if that fails."""
    if options.output_file is not None:
        _write(options.output_file, "".join(f"{line}\n" for line in lines))
    elif not options.quiet:
        for line in lines:
            print(line)


def paint(options: Namespace) -> Paint:
    """Return paint for the terminal, if the output goes to one that wants it."""
    if options.output_file is not None:
        return Paint()
    return paint_for(terminal=sys.stdout.isatty(), environment=os.environ)


def plural(count: int, what: str) -> str:
    """Return a count with its noun.

    >>> plural(1, "finding"), plural(2, "finding")
    ('1 finding', '2 findings')
    """
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _write(path: str, content: str) -> None:
    try:
        # File names need not be Unicode.
        Path(path).write_bytes(content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: str, error: OSError) -> FileError:
    return FileError(path, f"cannot be written ({(error.strerror or str(error)).lower()})")
