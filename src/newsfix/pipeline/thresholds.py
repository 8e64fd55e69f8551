"""How sure a fix must be to be applied: in general, and by whose rule it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsfix.rules import Normaliser, Rule
from newsfix.selectors import ALL, at_server, fits, unknown


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The confidence at which a fix is applied; ``by_code`` has what differs for a rule."""

    general: float
    by_code: Mapping[str, float] = field(default_factory=dict)

    def of(self, code: str) -> float:
        """Return how sure a fix of the rule with ``code`` must be."""
        own = self.by_code.get(code)  # a rule of a server stands behind a colon
        return self.by_code.get(code.partition(":")[0], self.general) if own is None else own


def thresholds_for(
    general: float, wanted: Mapping[str, float], normalisers: Sequence[Normaliser]
) -> Thresholds:
    """Return what ``wanted``, by selectors, means for each rule: the most specific selector counts.

    That is a code or a name, then the longest beginning of a code, then a family. ValueError for
    what is no probability and for a selector that fits no rule.
    """
    for value in (general, *wanted.values()):
        if not 0.0 <= value <= 1.0:
            raise ValueError(f"a threshold is a probability from 0 to 1, not {value}")
    rules = [(rule, one.name) for one in normalisers for rule in one.rules]
    for selector in wanted:
        if not at_server(selector) and not any(fits(selector, *one) for one in rules):
            raise ValueError(unknown(selector, rules))
    by_code = {at_server(one): value for one, value in wanted.items() if at_server(one)}
    for rule, family in rules:
        fitting = [selector for selector in wanted if fits(selector, rule, family)]
        if fitting:
            by_code[rule.code] = wanted[_most_specific(fitting, rule, family)]
    return Thresholds(general, by_code)


def _most_specific(selectors: Iterable[str], rule: Rule, family: str) -> str:
    def rank(selector: str) -> tuple[int, int]:
        if selector == rule.code:
            return 4, 0
        if selector == rule.name:
            return 3, 0
        if selector in (ALL, family):
            return int(selector != ALL), 0
        return 2, len(selector)

    return max(selectors, key=rank)
