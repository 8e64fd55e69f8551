"""What of the files counts: not what a baseline knows, and with ``--changed-since`` changed lines alone."""

from argparse import Namespace
from typing import TYPE_CHECKING, NamedTuple

from newsfix.cli.arguments import STDIN
from newsfix.cli.settings import Settings
from newsfix.files import Source
from newsfix.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    from newsfix.cli.baseline import Baseline
    from newsfix.cli.changed import Changed
    from newsfix.suppression.baseline import Known


class Limits(NamedTuple):
    """What of the files counts; without ``repairs`` nothing is repaired."""

    baseline: "Baseline | None" = None
    changed: "Changed | None" = None
    repairs: bool = True

    def concern(self, path: str) -> bool:
        """Say whether anything in the file at ``path`` may count."""
        return self.changed is None or self.changed.concerns(path)

    def scope(self, source: Source) -> Scope:
        """Return what of ``source`` counts, but for the baseline."""
        lines = self.changed.lines(source) if self.changed is not None else None
        if lines is None and self.repairs:
            return EVERYTHING
        return Scope(lines=lines, repairs=self.repairs)

    def known(self, path: str) -> "tuple[Known, ...]":
        """Return what the baseline knows of the file at ``path``."""
        return self.baseline.of(path) if self.baseline is not None else ()


def limits_of(options: Namespace, settings: Settings) -> Limits:
    """Return the limits that are asked for; ValueError if a file or git cannot tell them."""
    baseline = changed = None
    if settings.baseline:
        from newsfix.cli.baseline import read_baseline

        baseline = read_baseline(settings.baseline)
    if options.changed_since is not None:
        from newsfix.cli.changed import changed_since

        if STDIN in options.paths:
            raise ValueError("--changed-since is about files, not about standard input (-)")
        changed = changed_since(options.changed_since)
    return Limits(baseline, changed)
