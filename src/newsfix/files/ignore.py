"""What git ignores: ``.gitignore`` in every folder, and ``info/exclude`` of the repository.

The patterns are git's own (gitignore(5)); the tests ask git whether it agrees. A library would be
one more dependency for a page of code, and the good ones are not licensed as permissively as this is.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

_FILE = ".gitignore"
_CLASS = re.compile(r"\[:(\w+):\]")
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": "\\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


class _Line(NamedTuple):
    """A pattern of a file of patterns."""

    matches: re.Pattern[str]
    ignores: bool
    folders_only: bool


class Ignored:
    """What the files of patterns around one folder say; those of an inner folder win."""

    def __init__(self, folder: Path, outer: "Ignored | None" = None) -> None:
        self.folder = folder
        # What is inside another repository is no concern of this one.
        self._is_top = (folder / ".git").exists()
        self.outer = None if self._is_top else outer

    @classmethod
    def around(cls, folder: str) -> "Ignored":
        """Return what holds in ``folder``: of the folders above it, those of its repository count."""
        here = Path(folder).resolve()
        above = list(_up_to_repository(here))
        found = None
        for place in reversed(above):
            found = cls(place, found)
        return found or cls(here)

    def within(self, name: str) -> "Ignored":
        """Return what holds in a folder of this folder."""
        return Ignored(self.folder / name, self)

    def holds(self, name: str, *, is_folder: bool) -> bool:
        """Say whether git ignores ``name``, which lies in this folder."""
        path = name
        place: Ignored | None = self
        while place is not None:
            for line in reversed(place.lines):  # the last one that fits decides
                if (is_folder or not line.folders_only) and line.matches.fullmatch(path):
                    return line.ignores
            path = f"{place.folder.name}/{path}"
            place = place.outer
        return False

    @cached_property
    def lines(self) -> list[_Line]:
        """The patterns that are kept in this folder, the weightiest last."""
        lines = list(_read(_excluded_by(self.folder))) if self._is_top else []
        return [*lines, *_read(self.folder / _FILE)]


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """Return ``folder`` and those above it that are in the same repository; none if in no one."""
    places = [folder, *folder.parents]
    tops = (at for at, place in enumerate(places) if (place / ".git").exists())
    return iter(places[: next(tops, -1) + 1])


def _excluded_by(top: Path) -> Path:
    """Return where the patterns are that a repository keeps to itself."""
    git = top / ".git"
    if git.is_file():  # a second working tree, or a submodule
        try:
            git = top / git.read_text("utf-8").removeprefix("gitdir:").strip()
            common = git / "commondir"
            if common.is_file():
                git = git / common.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            pass
    return git / "info" / "exclude"


def _read(path: Path) -> Iterator[_Line]:
    try:
        text = path.read_text("utf-8-sig", errors="surrogateescape")
    except OSError:
        return
    for line in text.split("\n"):
        parsed = _parsed(line)
        if parsed is not None:
            yield parsed


def _parsed(line: str) -> _Line | None:
    line = _without_spaces(line.removesuffix("\r"))
    if not line or line.startswith("#"):
        return None
    ignores = not line.startswith("!")
    pattern = line if ignores else line[1:]
    folders_only = pattern.endswith("/")
    pattern = pattern.removesuffix("/")
    if not pattern:
        return None
    # A pattern without a slash fits at any depth, as if "**/" stood before it.
    anchored = "/" in pattern
    try:
        expression = _expression(pattern.removeprefix("/") if anchored else f"**/{pattern}")
        return _Line(re.compile(expression, re.DOTALL), ignores, folders_only)
    except (re.error, ValueError):  # "[" that is never closed fits nothing
        return None


def _without_spaces(line: str) -> str:
    """Cut spaces off the end, but for one behind a backslash."""
    end = len(line)
    while end and line[end - 1] == " ":
        backslashes = len(line[: end - 1]) - len(line[: end - 1].rstrip("\\"))
        if backslashes % 2:
            break
        end -= 1
    return line[:end]


def _expression(pattern: str) -> str:
    """Return the regular expression of a pattern; ValueError if it can fit nothing."""
    pieces = []
    at = 0
    # Git takes what stands before the first wildcard off beforehand: "a**" is its beginning, then.
    start = next((place for place, char in enumerate(pattern) if char in "*?[\\"), 0)
    while at < len(pattern):
        if pattern[at] == "*":
            stars = len(pattern) - at - len(pattern[at:].lstrip("*"))
            after = pattern[at + stars : at + stars + 1]
            many = stars > 1 and (at == start or pattern[at - 1] == "/") and after in ("", "/")
            pieces.append(("(?:.*/)?" if after else ".*") if many else "[^/]*")
            at += stars + (many and len(after))
        elif pattern[at] == "?":
            pieces.append("[^/]")
            at += 1
        elif pattern[at] == "[":
            piece, at = _set(pattern, at + 1)
            pieces.append(piece)
        elif pattern[at] == "\\":
            if at + 1 == len(pattern):
                raise ValueError("a backslash before nothing")
            pieces.append(re.escape(pattern[at + 1]))
            at += 2
        else:
            pieces.append(re.escape(pattern[at]))
            at += 1
    return "".join(pieces)


def _set(pattern: str, at: int) -> tuple[str, int]:
    """Return the expression of the set of characters that begins at ``at``, and where it ends."""
    negated = pattern[at : at + 1] in ("!", "^")
    at += negated
    inside = []
    first = True
    while first or pattern[at] != "]":
        first = False
        named = _CLASS.match(pattern, at)
        if named:
            inside.append(_CLASSES[named[1]] if named[1] in _CLASSES else _never())
            at = named.end()
            continue
        low, at = _member(pattern, at)
        if pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in ("", "]"):
            high, at = _member(pattern, at + 1)
            if low <= high:
                inside.append(f"{re.escape(low)}-{re.escape(high)}")
        else:
            inside.append(re.escape(low))
        if at >= len(pattern):
            _never()
    members = "".join(inside)
    if negated:
        return f"[^/{members}]", at + 1
    return f"(?!/)[{members}]" if members else "(?!)", at + 1


def _member(pattern: str, at: int) -> tuple[str, int]:
    if pattern[at : at + 1] == "\\":
        at += 1
    if at >= len(pattern):
        _never()
    return pattern[at], at + 1


def _never() -> str:
    raise ValueError("a set of characters that fits nothing")
