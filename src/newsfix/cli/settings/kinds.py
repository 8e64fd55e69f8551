"""The kinds of values that settings have: how each is checked, and what its schema is."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from newsfix.profile import language_code
from newsfix.selectors import nearest

_DAY = 86_400


class Kind(NamedTuple):
    """What a value may be.

    ``words`` say it to people, ``schema`` to editors. ``take`` returns a value as the settings hold it;
    it is given where that stands, and raises ValueError if it is no such value.
    """

    words: str
    schema: Mapping[str, Any]
    take: Callable[[str, object], Any]


def choice(among: tuple[str, ...], switch: Mapping[bool, str] | None = None) -> Kind:
    """Return the kind of values that are one of a few words; ``switch`` says which true and false mean."""
    words = "one of " + ", ".join(f'"{one}"' for one in among)

    def take(where: str, value: object) -> str:
        if isinstance(value, bool) and switch:
            return switch[value]
        if isinstance(value, str) and value in among:
            return value
        hint = nearest(value, among) if isinstance(value, str) else ""
        raise ValueError(f"{where} is {words}, not {value!r}{hint}")

    return Kind(words, {"enum": [*among, *(switch or ())]}, take)


def table(names: str, of: Kind) -> Kind:
    """Return the kind of tables that have values of one kind by names that users choose."""

    def take(where: str, value: object) -> dict[str, Any]:
        if isinstance(value, dict):
            return {name: of.take(f"{where}.{name}", one) for name, one in value.items()}
        raise ValueError(f"{where} is a table, not {value!r}")

    schema = {"type": "object", "additionalProperties": dict(of.schema)}
    return Kind(f"a table: for each {names} {of.words}", schema, take)


def _flag(where: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{where} is true or false, not {value!r}")


def _probability(where: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError(f"{where} is a probability from 0 to 1, not {value!r}")


def _seconds(where: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < _DAY:
        return float(value)
    raise ValueError(f"{where} is a number of seconds, not {value!r}")


def _string(where: str, value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(f"{where} is a string, not {value!r}")


def _language(where: str, value: object) -> str:
    try:
        return language_code(_string(where, value))
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None


def _strings(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{where} is a list of strings, not {value!r}")
    if not all(map(str.strip, value)):
        raise ValueError(f"{where} has an empty string in it")
    return tuple(value)


FLAG = Kind("true or false", {"type": "boolean"}, _flag)
PROBABILITY = Kind(
    "a probability from 0 to 1", {"type": "number", "minimum": 0, "maximum": 1}, _probability
)
LANGUAGE = Kind(
    "the code of a language", {"type": "string", "pattern": "^[A-Za-z]{2,3}([-_]|$)"}, _language
)
SECONDS = Kind("a number of seconds", {"type": "number", "exclusiveMinimum": 0}, _seconds)
STRING = Kind("a string", {"type": "string"}, _string)
#: None of them may be blank: a blank pattern, word or selector means nothing.
STRINGS = Kind(
    "a list of strings", {"type": "array", "items": {"type": "string", "pattern": r"\S"}}, _strings
)
