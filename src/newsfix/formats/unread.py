"""What a parser says of a part of a file that it cannot read."""

from typing import NamedTuple


class Unread(NamedTuple):
    """A part of a file that is broken, and was left as it is: on which ``line`` (from 1), and why."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"
