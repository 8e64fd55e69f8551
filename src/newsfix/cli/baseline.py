"""``newsfix baseline``: keep what is found now, to be left alone; and the file that it is kept in."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from newsfix.cli.arguments import STDIN
from newsfix.cli.limits import Limits
from newsfix.cli.look import Errors, Looked, look, settings_for
from newsfix.cli.settings import Settings
from newsfix.cli.tell import plural
from newsfix.files import FileError
from newsfix.suppression.baseline import Entry, Known, known, still_met

#: The file, unless another one is named.
NAME = "newsfix-baseline.json"
_VERSION = 1


@dataclass(frozen=True)
class Baseline:
    """What is known of files, by their paths from ``folder`` on."""

    folder: str
    files: Mapping[str, tuple[Known, ...]]

    def of(self, path: str) -> tuple[Known, ...]:
        """Return what is known of the file at ``path``."""
        return self.files.get(_name(path, self.folder), ())

    @property
    def count(self) -> int:
        """How many findings are known."""
        return sum(one.times for them in self.files.values() for one in them)


def baseline(options: Namespace) -> int:
    """Write the baseline, or prune it; return the exit status."""
    if STDIN in options.paths:
        raise ValueError("a baseline is about files, not about standard input (-)")
    settings, _ = settings_for(options)
    path = options.output or settings.baseline or NAME
    old = read_baseline(path) if options.prune else Baseline(_folder(path), {})
    errors = Errors()
    looked = {
        _name(one.source.path, old.folder): _kept(one, settings)
        for one in look(options, errors, Limits(repairs=False))
    }
    files = dict(_pruned(old, looked)) if options.prune else looked
    new = Baseline(old.folder, {name: them for name, them in files.items() if them})
    try:
        _write(path, new)
    except FileError as error:
        errors.tell(error)
    else:
        if not options.quiet:
            print(_summary(path, old, new, options), file=sys.stderr)
    return 2 if errors.any else 0


def read_baseline(path: str) -> Baseline:
    """Read a baseline; ValueError says in one line what is wrong with it."""
    try:
        content = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise ValueError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except ValueError:  # no JSON, or no text at all
        raise ValueError(f"{path}: is no baseline: it is no JSON") from None
    except RecursionError:
        raise ValueError(f"{path}: is no baseline") from None
    files: dict[str, list[Known]] = {}
    try:
        if content["version"] != _VERSION:
            raise ValueError(f"{path}: is a baseline of another version of newsfix")
        for one in content["findings"]:
            entry = Entry(*(_string(one[key]) for key in Entry._fields))
            files.setdefault(_string(one["path"]), []).append(Known(entry, _number(one["count"])))
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"{path}: is no baseline of newsfix") from None
    return Baseline(_folder(path), {name: tuple(them) for name, them in files.items()})


def _lines(content: Baseline) -> Iterator[str]:
    """Yield the lines of the file, one for each entry, in an order that depends on nothing else."""
    rows = [
        json.dumps({"path": name, **entry._asdict(), "count": times})
        for name, them in sorted(content.files.items())
        for entry, times in sorted(them)
    ]
    yield "{"
    yield f'"version": {_VERSION},'
    yield '"findings": ['
    yield from (f"{row}," for row in rows[:-1])
    yield from rows[-1:]
    yield "]"
    yield "}"


def _write(path: str, content: Baseline) -> None:
    data = "".join(f"{line}\n" for line in _lines(content)).encode("ascii")
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        reason = f"cannot be written ({(error.strerror or str(error)).lower()})"
        raise FileError(path, reason) from None


def _kept(looked: Looked, settings: Settings) -> tuple[Known, ...]:
    """Return what is to be kept: what would be told, and what would be applied."""
    findings = (
        one
        for one in looked.result.report.findings
        if one.confidence >= settings.min_confidence
        or any(fix.confidence >= settings.threshold for fix in one.fixes)
    )
    return known(findings, looked.source.text)


def _pruned(
    old: Baseline, looked: Mapping[str, tuple[Known, ...]]
) -> Iterator[tuple[str, tuple[Known, ...]]]:
    """Yield what is still met; files that were not looked at keep theirs, if they are there."""
    for name, them in old.files.items():
        if name in looked:
            yield name, still_met(them, looked[name])
        elif Path(old.folder, name).exists():
            yield name, them


def _summary(path: str, old: Baseline, new: Baseline, options: Namespace) -> str:
    if options.prune:
        gone = old.count - new.count
        return f"{path}: {plural(gone, 'finding')} no longer met and dropped; {new.count} kept."
    return f"{path}: {plural(new.count, 'finding')} in {plural(len(new.files), 'file')}."


def _folder(path: str) -> str:
    return str(Path(path).absolute().parent)


def _name(path: str, folder: str) -> str:
    """Return how the baseline in ``folder`` calls the file at ``path``."""
    absolute = os.path.abspath(path)  # noqa: PTH100  # ".." goes, symbolic links stay
    try:
        return PurePath(os.path.relpath(absolute, folder)).as_posix()
    except ValueError:  # on another drive
        return PurePath(absolute).as_posix()


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
