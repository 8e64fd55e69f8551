"""How people name rules: by code, by the beginning of a code, by name, or by family."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfix.rules import Rule

ALL = "ALL"
#: The code of all that LanguageTool finds; its own rule stands behind a colon: LT:EN_A_VS_AN.
SERVER = "LT"
_OF_SERVER = (SERVER, "languagetool", "grammar")


def fits(selector: str, rule: "Rule", family: str) -> bool:
    """Say whether ``selector`` means ``rule`` of ``family``, among others or alone."""
    if selector in (ALL, rule.name, family):
        return True
    return selector.isupper() and rule.code.startswith(selector)


def at_server(selector: str) -> str:
    """Return the code that ``selector`` means among LanguageTool's, one or all; nothing if it means none.

    Its rules are not known here, so any name may be one.

    >>> at_server("LT:EN_A_VS_AN"), at_server("grammar"), at_server("PUN101")
    ('LT:EN_A_VS_AN', 'LT', '')
    """
    if selector in _OF_SERVER:
        return SERVER
    return selector if selector.startswith(f"{SERVER}:") and selector[3:] else ""


def unknown(selector: str, rules: "Iterable[tuple[Rule, str]]") -> str:
    """Return what is wrong with a selector that fits none of ``rules`` (each with its family)."""
    known = [ALL, *(name for rule, family in rules for name in (rule.code, rule.name, family))]
    return f"no rule or family is called {selector!r}{nearest(selector, known)}"


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return what an error says of the nearest known name, whatever its capitals; or nothing.

    >>> nearest("pun11", ["CAS101", "PUN111", "casing"])
    "; the nearest is 'PUN111'"
    """
    from difflib import get_close_matches  # slow to import, and seldom needed

    names = {name.lower(): name for name in known}
    near = get_close_matches(wanted.lower(), names, n=1, cutoff=0.4)
    return f"; the nearest is {names[near[0]]!r}" if near else ""
