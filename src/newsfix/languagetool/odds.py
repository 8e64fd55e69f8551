"""How often LanguageTool's rules were right about news: measured, and shipped as a table."""

from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class State(StrEnum):
    """When what a rule finds is told."""

    ON = "on"
    #: Among many other faults alone: edited news draws it as well.
    MANY = "many"
    OFF = "off"


class Odds(NamedTuple):
    """How likely something is wrong where a rule says so, and its first proposal is what to write."""

    wrong: float
    right: float


#: Of a rule in a category that was never seen.
UNKNOWN = Odds(0.5, 0.25)


def odds(rule: str, category: str) -> Odds:
    """Return the odds of a rule: its own if they were measured, else those of its category."""
    table, _ = _table()
    return table.get(rule) or table.get(f"{category}/") or UNKNOWN


def state(rule: str) -> State:
    """Return when what a rule finds is told: always, if it was never seen."""
    return _table()[1].get(rule, State.ON)


def switched_off() -> frozenset[str]:
    """Return the rules that were mostly wrong about news."""
    return frozenset(rule for rule, when in _table()[1].items() if when is State.OFF)


@cache
def _table() -> tuple[dict[str, Odds], dict[str, State]]:
    """Read the table; a category stands there with a slash behind it."""
    lines = files(__package__).joinpath("data/odds.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return (
        {name: Odds(float(wrong), float(right)) for name, _, wrong, right, *_ in rows},
        {name: State(when) for name, when, *_ in rows if not name.endswith("/")},
    )
