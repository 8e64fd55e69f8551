"""How often each rule reported, and what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from newsfix.output.result import Result


def counts(results: Iterable[Result], names: Mapping[str, str]) -> Iterator[str]:
    """Yield a table, the most frequent rule first: found, fixed, code and name."""
    found: Counter[str] = Counter()
    fixed: Counter[str] = Counter()
    for result in results:
        for finding in result.findings:
            found[finding.code] += 1
            fixed[finding.code] += finding.applied
    yield f"{'found':>6} {'fixed':>6}  rule"
    for code, count in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6} {fixed[code]:>6}  {code} {names.get(code, '')}".rstrip()
