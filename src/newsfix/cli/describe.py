"""``newsfix explain`` and ``newsfix rules``: what there is, made from the declarations."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from newsfix.normalisers import default
from newsfix.output.explain import page
from newsfix.rules import Rule
from newsfix.selectors import nearest


def explain(options: Namespace) -> int:
    """Print the page of one rule."""
    wanted = options.rule
    known = dict(_by_name())
    for name in (wanted, wanted.upper(), wanted.lower()):
        if name in known:
            rule, family = known[name]
            sys.stdout.write(page(rule, family))
            return 0
    message = f"no rule is called {wanted!r}{nearest(wanted, known)}"
    raise ValueError(message)


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
