"""Look at all files that the command line names; both ``check`` and ``fix`` begin so."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsfix.cli.analysis import Analysis, Failure, Task
from newsfix.cli.answers import answers
from newsfix.cli.arguments import STDIN
from newsfix.cli.grammar import grammar_for
from newsfix.cli.limits import Limits, limits_of
from newsfix.cli.progress import progress_of
from newsfix.cli.settings import Settings, find, read
from newsfix.files import FileError, Source, find_files, read_bytes, read_file
from newsfix.formats import format_of
from newsfix.output.result import Result

if TYPE_CHECKING:
    from newsfix.cache import Cache

#: The folder of the cache, in that of the settings.
CACHE = ".newsfix_cache"
#: Fewer files than this are not worth a process.
_FILES_A_JOB = 8


class Looked(NamedTuple):
    """A source, and what was found in it."""

    source: Source
    result: Result

    def without(self, left_out: str) -> "Looked":
        """Return the same, with what was left out of all that is looked at."""
        report = self.result.report
        report = replace(report, skipped=(left_out, *report.skipped))
        return self._replace(result=replace(self.result, report=report))


class Errors:
    """Prints what is wrong with a file, in one line each, and remembers that something was."""

    def __init__(self) -> None:
        self.any = False
        self._told: set[str] = set()
        #: What is to be done first: a progress bar may stand there.
        self.make_room: Callable[[], None] = lambda: None

    def tell(self, error: FileError, trace: str = "") -> None:
        """Print one error, after the trace of it if there is one."""
        self.any = True
        self.make_room()
        sys.stderr.write(trace)
        print(f"newsfix: {error}", file=sys.stderr)

    def warn(self, warning: str, settings: Settings, path: str = "") -> None:
        """Print what could not be done, once for all files; it is an error if the settings say so."""
        self.any |= settings.languagetool == "required"
        if warning not in self._told:
            self._told.add(warning)
            self.make_room()
            print(f"newsfix: {path and f'{path}: '}{warning}", file=sys.stderr)


def look(options: Namespace, errors: Errors, limits: Limits | None = None) -> Iterator[Looked]:
    """Yield every file that can be read, looked at; tell what is wrong with the others.

    ``limits`` say what of the files counts, by default as the settings and options have it.
    """
    settings, folder = settings_for(options)
    limits = limits or limits_of(options, settings)
    with grammar_for(settings) as (service, left_out):
        if left_out and not options.quiet:
            errors.warn(left_out, settings)
        for looked in _look(options, errors, settings, Analysis(settings, service), folder, limits):
            yield looked.without(left_out) if left_out else looked


def _look(
    options: Namespace,
    errors: Errors,
    settings: Settings,
    analysis: Analysis,
    folder: Path,
    limits: Limits,
) -> Iterator[Looked]:
    paths = [path for path in _files(options, settings) if limits.concern(path)]
    if not paths:
        analysis.pipeline()  # what is wrong with the settings is told all the same
    progress = progress_of(len(paths), options, os.environ)
    errors.make_room = progress.clear
    jobs = _jobs(options.jobs, len(paths))
    tasks = _tasks(paths, options, settings, limits)
    try:
        for source, answer in answers(tasks, analysis, _cache(options, folder), jobs):
            progress.step()
            if isinstance(source, FileError):
                errors.tell(source)
            elif isinstance(answer, Failure):
                errors.tell(FileError(source.path, answer.reason), answer.trace)
            else:
                for warning in answer.skipped:
                    errors.warn(warning, settings, source.path)
                told = (one for one in answer.findings if one.confidence >= settings.min_confidence)
                for wrong in answer.warnings:
                    errors.tell(FileError(f"{source.path}:{wrong.line}", wrong.reason))
                yield Looked(source, Result(source.path, answer, tuple(told)))
    finally:
        progress.clear()


def _tasks(
    paths: Iterable[str], options: Namespace, settings: Settings, limits: Limits
) -> Iterator[tuple[Source | FileError, Task | Failure]]:
    """Yield each of the files, and what is to be asked about it."""
    for path in paths:
        try:
            source = _read(path, options)
        except FileError as error:
            yield error, Failure(error.reason)
        else:
            markup = options.format or settings.format_of(source.path) or format_of(source.path)
            ignored = settings.ignored_in(source.path)
            scope, known = limits.scope(source), limits.known(source.path)
            yield source, Task(source.text, markup, ignored, scope, known)


def _jobs(wanted: int, files: int) -> int:
    """Return how many processes are to work: more than one if there is enough for each."""
    if wanted:
        return min(wanted, files)
    return min(_cores(), files // _FILES_A_JOB)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system tells which of them may be used
        return os.cpu_count() or 1


def _cache(options: Namespace, folder: Path) -> "Cache | None":
    """Return the cache, unless it is not wanted or of no use."""
    if options.no_cache or options.paths == [STDIN]:
        return None
    from newsfix.cache import Cache, fingerprint  # slow to import

    place = Path(options.cache_dir) if options.cache_dir else folder / CACHE
    return Cache(place, fingerprint())


def settings_for(options: Namespace) -> tuple[Settings, Path]:
    """Return the settings of the project, with what the command line says, and the project's folder."""
    path = None
    if not options.isolated:
        path = Path(options.config) if options.config else find(Path.cwd())
    settings = read(path) if path else Settings()
    general = [one for selector, one in options.threshold if not selector]
    by_rule = {selector: one for selector, one in options.threshold if selector}
    said = {
        "select": tuple(chain(*options.select)),
        "extend_select": tuple(chain(*options.extend_select)),
        "ignore": tuple(chain(*options.ignore)),
        "fields": tuple(chain(*options.fields)),
        "exclude": tuple(options.exclude),
        "per_file_ignores": {
            pattern: tuple(selectors) for pattern, selectors in options.per_file_ignores
        },
        "threshold": general[-1] if general else None,
        "thresholds": {**settings.thresholds, **by_rule},
        "language": options.language,
        "style": options.style,
        "quotes": options.quotes,
        "commas": options.commas,
        "keep_residue": tuple(filter(str.strip, options.keep_residue)),
        "accept": tuple(chain(*options.accept)),
        "min_confidence": options.min_confidence,
        "restraint": False if options.no_restraint else None,
        "respect_gitignore": False if options.no_gitignore else None,
        "languagetool": options.languagetool or ("on" if options.languagetool_url else None),
        "languagetool_url": options.languagetool_url,
        "languagetool_home": options.languagetool_home,
        "languagetool_start": options.languagetool_start,
        "baseline": options.baseline,
    }
    said = {key: value for key, value in said.items() if value not in ((), {}, None)}
    return replace(settings, **said), path.parent if path else Path.cwd()


def _files(options: Namespace, settings: Settings) -> Iterator[str]:
    """Yield the files to look at: what is named is, unless exclusion is forced."""
    named = set() if options.force_exclude else set(options.paths)
    for path in find_files(
        options.paths,
        respect_gitignore=settings.respect_gitignore,
        excluded=settings.excludes,
        data=bool(settings.fields),
        wanted=lambda path: settings.format_of(path) is not None,
    ):
        if path in named or not settings.excludes(path):
            yield path


def _read(path: str, options: Namespace) -> Source:
    if path == STDIN:
        name = options.stdin_filename or "<stdin>"
        return read_bytes(sys.stdin.buffer.read(), name, options.encoding)
    return read_file(path, options.encoding)
