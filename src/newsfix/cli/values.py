"""The values of options: each reads a string, or says in a line what it should be."""

from argparse import ArgumentTypeError

from newsfix.profile import language_code


def probability(value: str) -> float:
    """Read a probability."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 1.0:
        message = f"a probability from 0 to 1, not {value!r}"
        raise ArgumentTypeError(message)
    return number


def threshold(value: str) -> tuple[str, float]:
    """Return a selector, empty for all rules, and its threshold."""
    selector, equals, number = value.rpartition("=")
    if equals and not selector.strip():
        message = f"a rule, = and a probability, not {value!r}"
        raise ArgumentTypeError(message)
    return selector.strip(), probability(number)


def count(value: str) -> int:
    """Read a number of processes."""
    if not (value.isascii() and value.isdigit()):
        message = f"a number from 0 on, not {value!r}"
        raise ArgumentTypeError(message)
    return int(value)


def per_file(value: str) -> tuple[str, list[str]]:
    """Read a pattern and the rules that are not run where it fits."""
    pattern, colon, listed = value.rpartition(":")
    if not colon or not pattern or not selectors(listed):
        message = f"a pattern, a colon and rules, not {value!r}"
        raise ArgumentTypeError(message)
    return pattern, selectors(listed)


def selectors(value: str) -> list[str]:
    """Read a list of rules."""
    return [selector.strip() for selector in value.split(",") if selector.strip()]


def language(value: str) -> str:
    """Read the code of a language."""
    try:
        return language_code(value)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def seconds(value: str) -> float:
    """Read a number of seconds."""
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        message = f"a number of seconds, not {value!r}"
        raise ArgumentTypeError(message)
    return number
