"""What a publisher has settled, where good English leaves a choice."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["us", "gb", "in"]


@dataclass(frozen=True, slots=True)
class Profile:
    """How a publisher writes; what it leaves open, each text decides for itself.

    ``style`` is American, British or Indian; ``accept`` holds words and names that are right
    whatever a rule thinks of them.
    """

    style: Style | None = None
    accept: frozenset[str] = frozenset()
