"""Which lines git says have changed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsfix.files import Source
from newsfix.span import Span

# What the user's own settings might make of a patch is undone.
_DIFF = (
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--text"),
    *("--find-renames", "--unified=0", "--inter-hunk-context=0", "--ignore-submodules"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {
    b"a": b"\a",
    b"b": b"\b",
    b"f": b"\f",
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"v": b"\v",
}
#: Encodings in which a line end is one byte are read as git reads them.
_WIDE = ("utf-16", "utf-32")


@dataclass(frozen=True)
class Changed:
    """What differs from a revision in the working tree at ``root``, whose files are ``tracked``.

    ``lines`` are by path from the root on, the first and the last line of each part, counted from one.
    What git does not track is new, and counts wholly.
    """

    root: str
    tracked: frozenset[str]
    parts: Mapping[str, tuple[tuple[int, int], ...]]

    def concerns(self, path: str) -> bool:
        """Say whether the file at ``path`` has changed; ValueError if it is not in the working tree."""
        name = self._name(path)
        return name in self.parts or name not in self.tracked

    def lines(self, source: Source) -> tuple[Span, ...] | None:
        """Return where ``source`` has changed, without the last line end of each part; None if wholly."""
        name = self._name(source.path)
        if name not in self.tracked or source.decoded.encoding.startswith(_WIDE):
            return None
        ends = [match.start() for match in re.finditer("\n", source.text)]
        starts = [0, *(end + 1 for end in ends)]
        ends.append(len(source.text))
        return tuple(
            Span(starts[first - 1], ends[min(last, len(ends)) - 1])
            for first, last in self.parts.get(name, ())
            if first <= len(starts)  # else the file has changed since git was asked
        )

    def _name(self, path: str) -> str:
        real = os.path.realpath(path)
        name = os.path.relpath(real, self.root)
        if name.startswith(os.pardir + os.sep):
            raise ValueError(f"--changed-since: {path} is not in the git repository {self.root}")
        return name.replace(os.sep, "/")


def changed_since(revision: str) -> Changed:
    """Ask git what has changed since this branch left ``revision``, committed or not.

    What happened to ``revision`` after that does not count (as in ``git diff --merge-base``). ValueError
    says in one line why git cannot tell.
    """
    root = os.path.realpath(os.fsdecode(_git("rev-parse", "--show-toplevel")).removesuffix("\n"))
    commit = _commit(revision, root)
    patch = _git("-c", "core.quotePath=false", *_DIFF, commit, "--", cwd=root)
    tracked = _git("ls-files", "-z", cwd=root).split(b"\0")
    parts: dict[str, list[tuple[int, int]]] = {}
    for name, first, last in _hunks(patch):
        parts.setdefault(name, []).append((first, last))
    return Changed(
        root,
        frozenset(os.fsdecode(name) for name in tracked if name),
        {name: tuple(_together(them)) for name, them in parts.items()},
    )


def _commit(revision: str, root: str) -> str:
    """Return the commit in which this branch left ``revision``, or that one if they never met."""
    # What begins with a hyphen would be taken for an option.
    named = "" if revision.startswith("-") else f"{revision}^{{commit}}"
    commit = _git("rev-parse", "--verify", "--quiet", named, cwd=root, fails="")
    if not commit:
        raise ValueError(f"--changed-since: git knows no revision {revision!r}")
    base = _git("merge-base", commit.decode().strip(), "HEAD", cwd=root, fails="")
    return (base or commit).decode().split()[0]


def _git(*arguments: str, cwd: str | None = None, fails: str | None = None) -> bytes:
    """Return what git prints; if it fails, ``fails``, or without that ValueError with what it says."""
    git = shutil.which("git")
    if git is None:
        raise ValueError("--changed-since needs git, which is not installed")
    ran = subprocess.run(  # noqa: S603  # no shell, and the revision is no option
        [git, *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
    )
    if ran.returncode == 0:
        return ran.stdout
    if fails is not None:
        return fails.encode()
    said = ran.stderr.decode("utf-8", "replace").strip().split("\n")[0]
    raise ValueError(f"--changed-since: git says: {said.removeprefix('fatal: ')}")


def _hunks(patch: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield the file, the first and the last line of each part of it that is new or changed."""
    lines = iter(patch.split(b"\n"))
    name = ""
    for line in lines:
        if line.startswith(b"+++ "):
            name = _path(line[4:])
        elif hunk := _HUNK.match(line):
            removed, first, added = (int(one) if one is not None else 1 for one in hunk.groups())
            if added:
                yield name, first, first + added - 1
            left = removed + added
            while left:  # what they say may look like anything
                left -= not next(lines, b"").startswith(b"\\")  # "\ No newline at end of file"


def _path(written: bytes) -> str:
    r"""Return the path that a patch writes after ``+++``.

    >>> _path(b"b/news.md"), _path(rb'"b/a\"\303\251.md"')
    ('news.md', 'a"é.md')
    """
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written[1 : written.rindex(b'"')])
    else:
        written = written.removesuffix(b"\t")  # there if the path has a space
    return os.fsdecode(written).removeprefix("b/")


def _unescaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    return bytes([int(said, 8)]) if len(said) == 3 else _LETTERS.get(said, said)


def _together(parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield parts, in order, with those made one that follow each other."""
    first, last = parts[0]
    for start, end in parts[1:]:
        if start <= last + 1:
            last = max(last, end)
        else:
            yield first, last
            first, last = start, end
    yield first, last
