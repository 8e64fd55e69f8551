"""``newsfix explain`` and ``newsfix rules``: what there is, made from the declarations."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from difflib import get_close_matches

from newsfix.normalisers import default
from newsfix.output.explain import page
from newsfix.rules import Rule


def explain(options: Namespace) -> int:
    """Print the page of one rule."""
    wanted = options.rule
    known = dict(_by_name())
    for name in (wanted, wanted.upper(), wanted.lower()):
        if name in known:
            rule, family = known[name]
            sys.stdout.write(page(rule, family))
            return 0
    near = get_close_matches(wanted.lower(), map(str.lower, known), n=1, cutoff=0.4)
    hint = f"; the nearest is {known_as(near[0], known)!r}" if near else ""
    message = f"no rule is called {wanted!r}{hint}"
    raise ValueError(message)


def known_as(name: str, known: dict[str, tuple[Rule, str]]) -> str:
    """Return how a name is really written."""
    return next(one for one in known if one.lower() == name)


def rules(options: Namespace) -> int:
    """Print all rules, one a line or as JSON."""
    listed = [(rule, family.name) for family in default() for rule in family.rules]
    if options.output_format == "json":
        records = [
            {
                "code": rule.code,
                "name": rule.name,
                "family": family,
                "default": rule.default,
                "summary": rule.summary,
            }
            for rule, family in listed
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
        return 0
    width = max(len(rule.name) for rule, _ in listed)
    for rule, _ in listed:
        state = "" if rule.default else " (off by default)"
        print(f"{rule.code}  {rule.name:<{width}}  {rule.summary}{state}")
    return 0


def _by_name() -> Iterator[tuple[str, tuple[Rule, str]]]:
    for family in default():
        for rule in family.rules:
            yield rule.code, (rule, family.name)
            yield rule.name, (rule, family.name)
