"""A patch from the original file to the repaired one."""

from collections.abc import Iterator
from difflib import unified_diff

from newsfix.output.colour import Paint


def diff(path: str, before: str, after: str, paint: Paint) -> Iterator[str]:
    """Yield a unified diff, line by line, without the line ends of the lines."""
    # As git writes it, so that "git apply" and "patch -p1" find the file: a tab ends a name with spaces.
    path = path.lstrip("/") + ("\t" if " " in path else "")
    old, new = before.split("\n"), after.split("\n")
    for line in unified_diff(_terminated(old), _terminated(new), f"a/{path}", f"b/{path}", n=2):
        shown = line.removesuffix("\n")
        if line.startswith("+"):
            yield paint.green(shown)
        elif line.startswith("-"):
            yield paint.red(shown)
        else:
            yield shown
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _terminated(lines: list[str]) -> list[str]:
    """Put line ends back; the last line has one only if the file ends with one."""
    ended = [line + "\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended
