"""Look at all files that the command line names; both ``check`` and ``fix`` begin so."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from newsfix.cli.arguments import STDIN
from newsfix.files import FileError, Source, find_files, read_bytes, read_file
from newsfix.output.result import Result
from newsfix.pipeline import Pipeline
from newsfix.pipeline.pipeline import THRESHOLD


class Looked(NamedTuple):
    """A source, and what was found in it."""

    source: Source
    result: Result


class Errors:
    """Prints what is wrong with a file, in one line each, and remembers that something was."""

    def __init__(self) -> None:
        self.any = False

    def tell(self, error: FileError) -> None:
        """Print one error."""
        self.any = True
        print(f"newsfix: {error}", file=sys.stderr)


def look(options: Namespace, errors: Errors) -> Iterator[Looked]:
    """Yield every file that can be read, looked at; tell what is wrong with the others."""
    pipeline = pipeline_for(options)
    for path in find_files(options.paths):
        try:
            source = _read(path, options)
        except FileError as error:
            errors.tell(error)
            continue
        report = pipeline.run(source.text)
        told = tuple(
            finding for finding in report.findings if finding.confidence >= options.min_confidence
        )
        yield Looked(source, Result(source.path, report, told))


def pipeline_for(options: Namespace) -> Pipeline:
    """Return the pipeline that the options ask for; ValueError for a selector that fits nothing."""
    return Pipeline(
        threshold=THRESHOLD if options.threshold is None else options.threshold,
        select=chain(*options.select),
        extend_select=chain(*options.extend_select),
        ignore=chain(*options.ignore),
        restraint=not options.no_restraint,
    )


def _read(path: str, options: Namespace) -> Source:
    if path == STDIN:
        name = options.stdin_filename or "<stdin>"
        return read_bytes(sys.stdin.buffer.read(), name, options.encoding)
    return read_file(path, options.encoding)
