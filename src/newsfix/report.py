"""What a run over a text has to say."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsfix.document import Change
from newsfix.finding import Finding
from newsfix.formats import Unread

if TYPE_CHECKING:
    from newsfix.text.quality import Quality


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome for one text; every span in it is a position in ``original``.

    ``findings`` are those that were applied and those that are left, in order. ``changes`` lead
    from ``original`` to ``text``: each can be taken or undone without the others. ``skipped`` says, a
    line each, which normalisers could not work: a server that does not answer. ``warnings`` are the
    parts that could not be read, and are as they were: each has a ``line`` and a ``reason``.
    """

    original: str
    text: str
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    skipped: tuple[str, ...] = ()
    warnings: tuple[Unread, ...] = ()

    @property
    def applied(self) -> tuple[Finding, ...]:
        """The findings whose fix is part of ``text``."""
        return tuple(finding for finding in self.findings if finding.applied)

    @property
    def quality(self) -> "Quality":
        """How good the wording of ``original`` is: worked out when asked for, at some cost."""
        from newsfix.text.quality import quality_of  # the models are read when they are needed

        return quality_of(self.original)

    @property
    def remaining(self) -> tuple[Finding, ...]:
        """The findings that are left for a human to decide."""
        return tuple(finding for finding in self.findings if not finding.applied)
