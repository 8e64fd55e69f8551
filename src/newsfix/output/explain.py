"""The page of a rule, made from its declaration: for ``newsfix explain`` and for docs/rules."""

import re
from collections.abc import Iterator, Mapping

from newsfix.output.visible import visible
from newsfix.rules import ENGLISH, EVERY, Rule

_BACKTICKS = re.compile("`+")


def page(rule: Rule, family: str) -> str:
    """Return the page of ``rule`` as Markdown."""
    return "\n".join(_lines(rule, family)) + "\n"


def _lines(rule: Rule, family: str) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield rule.explanation
    yield ""
    state = "on by default" if rule.default else "off unless it is selected"
    yield f"Family: {family}; {state}{_languages(rule)}."
    yield from _edits("Repairs", rule.changes)
    yield from _edits("Suggests", rule.suggests)
    yield from _texts("Flags", rule.flags)
    yield from _texts("Leaves alone", rule.keeps)
    yield from _edits("Known misses", rule.misses)


def _languages(rule: Rule) -> str:
    """Return what is said of the languages that a rule knows, if it is not English alone."""
    if rule.languages == ENGLISH:
        return ""
    known = "any language" if rule.languages == EVERY else ", ".join(sorted(rule.languages))
    return f"; for texts in {known}"


def _edits(title: str, edits: Mapping[str, str]) -> Iterator[str]:
    if not edits:
        return
    yield from ("", f"## {title}", "")
    for before, after in edits.items():
        yield f"- {_code(before)} → {_code(after)}"


def _texts(title: str, texts: tuple[str, ...]) -> Iterator[str]:
    if not texts:
        return
    yield from ("", f"## {title}", "")
    for text in texts:
        yield f"- {_code(text)}"


def _code(text: str) -> str:
    """Return ``text`` as Markdown code, with what cannot be seen spelled out."""
    shown = visible(text)
    longest = max(map(len, _BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest or shown != shown.strip() else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
