"""One text on its way through the normalisers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsfix.document import Document
from newsfix.finding import Finding
from newsfix.pipeline.choose import choose
from newsfix.pipeline.confidence import calibrated
from newsfix.pipeline.guard import guard
from newsfix.pipeline.lift import lifted
from newsfix.pipeline.restraint import is_edited, is_never_meant, restrained
from newsfix.rules import Normaliser
from newsfix.text import Text

# Every repair makes a text a little more regular, so a few passes are enough for any text. Rules
# that undo each other's work would never be done: then nothing is changed at all.
_MOST_PASSES = 60


class Outcome(NamedTuple):
    """What became of a text; all spans in the findings are in the text as it was."""

    document: Document
    applied: list[Finding]
    left: list[Finding]


def settle(
    raw: str, normalisers: Sequence[Normaliser], threshold: float, *, restraint: bool
) -> Outcome:
    """Repair ``raw`` until no normaliser chooses anything."""
    try:
        run = _Run(raw, normalisers, threshold)
        run.repair(restraint=restraint)
    except _NeverDoneError:
        run = _Run(raw, normalisers, threshold)
    return run.outcome()


class _Run:
    """A text, what it has become so far, and what was found in it last."""

    def __init__(self, raw: str, normalisers: Sequence[Normaliser], threshold: float) -> None:
        self._document = Document(raw)
        self._text = Text(raw)
        self._normalisers = normalisers
        self._threshold = threshold
        self._applied: list[Finding] = []
        self._restrained = False
        self._passes = 0
        # For each normaliser the last text that it looked at, and what it found there.
        self._seen: list[tuple[Text | None, list[Finding]]] = [(None, [])] * len(normalisers)

    def repair(self, *, restraint: bool) -> None:
        """Let the normalisers repair the text, unless it turns out to be edited text."""
        if restraint:
            self._repeat(is_never_meant)
            found = self._look_with_all()
            if choose(found, self._threshold):
                self._restrained = is_edited(self._text.raw, found)
            else:
                return
        if not self._restrained:
            self._repeat(_any)

    def outcome(self) -> Outcome:
        """Return where the text stands now."""
        left = self._look_with_all()
        if self._restrained:
            left = [restrained(finding) for finding in left]
        left = [lifted(finding, self._document) for finding in left]
        return Outcome(self._document, self._applied, left)

    def _repeat(self, may_be_applied: Callable[[Finding], bool]) -> None:
        """Let each normaliser repair until it has nothing left, until none has anything left."""
        settled: list[Text | None] = [None] * len(self._seen)
        while any(text is not self._text for text in settled):
            for at in range(len(settled)):
                while settled[at] is not self._text:
                    settled[at] = self._text
                    self._apply([one for one in self._look(at) if may_be_applied(one)])

    def _look(self, at: int) -> list[Finding]:
        if self._seen[at][0] is not self._text:
            self._seen[at] = self._text, _found(self._normalisers[at], self._text)
        return self._seen[at][1]

    def _look_with_all(self) -> list[Finding]:
        return [finding for at in range(len(self._seen)) for finding in self._look(at)]

    def _apply(self, findings: list[Finding]) -> None:
        chosen = choose(findings, self._threshold)
        if not chosen:
            return
        self._passes += 1
        if self._passes > _MOST_PASSES:
            raise _NeverDoneError
        self._applied += [lifted(replace(one, applied=True), self._document) for one in chosen]
        edits = {one.fixes[0].span: one.fixes[0].replacement for one in chosen}
        self._document = self._document.apply(edits.items())
        self._text = Text(self._document.text)


class _NeverDoneError(Exception):
    """The rules undo each other's work."""


def _any(_: Finding) -> bool:
    return True


def _found(normaliser: Normaliser, text: Text) -> list[Finding]:
    findings = []
    for finding in normaliser.find(text):
        ends = [finding.span[1], *(fix.span[1] for fix in finding.fixes)]
        if max(ends) > len(text):
            raise ValueError(f"{finding.code or normaliser.name} reports a place outside the text")
        findings.append(guard(calibrated(finding), text))
    return findings
