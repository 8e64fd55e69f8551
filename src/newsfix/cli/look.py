"""Look at all files that the command line names; both ``check`` and ``fix`` begin so."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from newsfix.cli.arguments import STDIN
from newsfix.cli.settings import Settings, find, read
from newsfix.files import FileError, Source, find_files, read_bytes, read_file
from newsfix.formats import format_of
from newsfix.output.result import Result
from newsfix.pipeline import Pipeline


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
    settings = settings_for(options)
    pipelines: dict[tuple[str, ...], Pipeline] = {(): _pipeline(settings)}
    for path in _files(options, settings):
        try:
            source = _read(path, options)
        except FileError as error:
            errors.tell(error)
            continue
        ignored = settings.ignored_in(source.path)
        if ignored not in pipelines:
            pipelines[ignored] = _pipeline(replace(settings, ignore=(*settings.ignore, *ignored)))
        report = pipelines[ignored].run(
            source.text, format=options.format or format_of(source.path)
        )
        told = tuple(
            finding for finding in report.findings if finding.confidence >= settings.min_confidence
        )
        yield Looked(source, Result(source.path, report, told))


def settings_for(options: Namespace) -> Settings:
    """Return the settings of the project, with what the command line says in their place."""
    settings = Settings()
    if not options.isolated:
        path = Path(options.config) if options.config else find(Path.cwd())
        settings = read(path) if path else settings
    said = {
        "select": tuple(chain(*options.select)),
        "extend_select": tuple(chain(*options.extend_select)),
        "ignore": tuple(chain(*options.ignore)),
        "exclude": tuple(options.exclude),
        "per_file_ignores": {
            pattern: tuple(selectors) for pattern, selectors in options.per_file_ignores
        },
        "threshold": options.threshold,
        "min_confidence": options.min_confidence,
        "restraint": False if options.no_restraint else None,
        "respect_gitignore": False if options.no_gitignore else None,
    }
    return replace(
        settings, **{key: value for key, value in said.items() if value not in ((), {}, None)}
    )


def _pipeline(settings: Settings) -> Pipeline:
    """Return the pipeline that is asked for; ValueError for a selector that fits nothing."""
    return Pipeline(
        threshold=settings.threshold,
        select=settings.select,
        extend_select=settings.extend_select,
        ignore=settings.ignore,
        restraint=settings.restraint,
    )


def _files(options: Namespace, settings: Settings) -> Iterator[str]:
    """Yield the files to look at: what is named is, unless exclusion is forced."""
    named = set() if options.force_exclude else set(options.paths)
    for path in find_files(
        options.paths,
        respect_gitignore=settings.respect_gitignore,
        excluded=settings.excludes,
    ):
        if path in named or not settings.excludes(path):
            yield path


def _read(path: str, options: Namespace) -> Source:
    if path == STDIN:
        name = options.stdin_filename or "<stdin>"
        return read_bytes(sys.stdin.buffer.read(), name, options.encoding)
    return read_file(path, options.encoding)
