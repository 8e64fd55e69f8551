"""What the outputs are given: one looked-at file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from newsfix.finding import Finding
from newsfix.output.positions import Positions
from newsfix.report import Report


@dataclass(frozen=True)
class Result:
    """A file and the report about it; ``findings`` are those to be told."""

    path: str
    report: Report
    findings: tuple[Finding, ...]

    @cached_property
    def positions(self) -> Positions:
        """Where the lines of the original are."""
        return Positions(self.report.original)

    @property
    def fixable(self) -> int:
        """How many of the findings a repair takes care of."""
        return sum(finding.applied for finding in self.findings)

    def only(self, wanted: Callable[[Finding], bool]) -> "Result":
        """Return the result with fewer findings to be told."""
        return replace(self, findings=tuple(filter(wanted, self.findings)))
