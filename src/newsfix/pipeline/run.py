"""One text on its way through the normalisers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from newsfix.document import Document, trim
from newsfix.finding import Finding, Fix
from newsfix.pipeline.choose import choose
from newsfix.pipeline.confidence import calibrated
from newsfix.pipeline.duplicates import is_foreign, without_duplicates
from newsfix.pipeline.guard import guard
from newsfix.pipeline.lift import lifted
from newsfix.pipeline.restraint import is_edited, is_evidence, is_never_meant, restrained
from newsfix.pipeline.thresholds import Thresholds
from newsfix.rules import Normaliser, UnavailableError
from newsfix.scope import Judge
from newsfix.span import Span
from newsfix.text import Profile, Role, Text
from newsfix.text.accepted import is_accepted

# Every repair makes a text a little more regular, so a few passes are enough for any text. Rules
# that undo each other's work would never be done: then nothing is changed at all.
_MOST_PASSES = 60
_CROSSES = "it would cut through markup"
_REACHES = "it would change what is to be left alone"
# A rule that answers itself can double a text in every pass; no repair makes one so much longer.
_MOST_GROWTH = 4
_GROWTH_OF_SHORT = 200


class Outcome(NamedTuple):
    """What became of a text; all spans in the findings are in the text as it was.

    ``suppressed`` are the findings that are not to be told: their fixes were not applied.
    ``troubles`` say which normalisers could not work.
    """

    document: Document
    applied: list[Finding]
    left: list[Finding]
    suppressed: list[Finding]
    troubles: tuple[str, ...] = ()


Allows = Callable[[Span, str], bool]


def settle(
    raw: str,
    normalisers: Sequence[Normaliser],
    thresholds: Thresholds,
    *,
    restraint: bool,
    profile: Profile | None = None,
    roles: Sequence[tuple[Span, Role]] = (),
    allows: Allows | None = None,
    judge: Judge | None = None,
) -> Outcome:
    """Repair ``raw`` until no normaliser chooses anything.

    ``roles`` are what its markup says of parts of ``raw`` (see Text).
    ``allows`` says of a change to ``raw``, as a span and what to put there, whether it can be made
    at all; a fix that would need another one stays a suggestion. ``judge`` says which findings are
    told and which fixes may be applied, by their places in ``raw``.
    """
    try:
        run = _Run(Text(raw, profile, roles), normalisers, thresholds, allows, judge)
        run.repair(restraint=restraint)
    except _NeverDoneError:
        run = _Run(Text(raw, profile, roles), normalisers, thresholds, allows, judge)
    return run.outcome()


class _Run:
    """A text, what it has become so far, and what was found in it last."""

    def __init__(
        self,
        text: Text,
        normalisers: Sequence[Normaliser],
        thresholds: Thresholds,
        allows: Allows | None,
        judge: Judge | None,
    ) -> None:
        self._allows = allows
        self._judge = judge
        self._document = Document(text.raw)
        self._text = text
        self._roles = text.roles
        self._longest = _MOST_GROWTH * len(text) + _GROWTH_OF_SHORT
        self._normalisers = normalisers
        self._thresholds = thresholds
        self._applied: list[Finding] = []
        self._restrained = False
        self._passes = 0
        # For each normaliser the last text that it looked at, and what it found there.
        self._seen: list[tuple[Text | None, list[Finding]]] = [(None, [])] * len(normalisers)
        self._suppressed: list[list[Finding]] = [[] for _ in normalisers]
        self._troubles: dict[int, str] = {}

    def repair(self, *, restraint: bool) -> None:
        """Let the normalisers repair the text, unless it turns out to be edited text."""
        if restraint:
            self._repeat(is_never_meant)
            found = self._look_with_all()
            # What is not told says as much as the rest of how the text came about.
            everything = [*found, *chain(*self._suppressed)]
            everything = [one for one in everything if not is_foreign(one)]
            self._restrained = self._can_tell() and is_edited(self._text.raw, everything)
            if not choose(found, self._thresholds):
                return
        if not self._restrained:
            self._repeat(_any)

    def outcome(self) -> Outcome:
        """Return where the text stands now."""
        left = self._look_with_all()
        if self._restrained:
            left = [restrained(finding) for finding in left]
        left = [lifted(finding, self._document) for finding in left]
        left = without_duplicates(left, self._applied)
        suppressed = [lifted(finding, self._document) for finding in chain(*self._suppressed)]
        troubles = tuple(self._troubles.values())
        return Outcome(self._document, self._applied, left, suppressed, troubles)

    def _can_tell(self) -> bool:
        """Say whether any rule runs that shows how a text came about."""
        return any(is_evidence(rule.code) for one in self._normalisers for rule in one.rules)

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
            told: list[Finding] = []
            self._suppressed[at] = []
            for finding in self._found(at):
                (told if self._is_told(finding) else self._suppressed[at]).append(finding)
            self._seen[at] = self._text, [self._possible(finding) for finding in told]
        return self._seen[at][1]

    def _found(self, at: int) -> list[Finding]:
        """Have a normaliser look; one that could not work once is not asked again."""
        if at in self._troubles:
            return []
        try:
            return _found(self._normalisers[at], self._text)
        except UnavailableError as error:
            self._troubles[at] = f"{self._normalisers[at].name} was left out: {error}"
            return []

    def _look_with_all(self) -> list[Finding]:
        return [finding for at in range(len(self._seen)) for finding in self._look(at)]

    def _is_told(self, finding: Finding) -> bool:
        if self._judge is None:
            return True
        return self._judge.tells(finding.code, self._document.origin(finding.span))

    def _possible(self, finding: Finding) -> Finding:
        """Return ``finding`` with the fixes held back that cannot, or may not, be made."""
        if (self._allows is None and self._judge is None) or not finding.fixes:
            return finding
        fixes = tuple(
            fix if fix.held else replace(fix, held=self._obstacle(finding.code, fix))
            for fix in finding.fixes
        )
        return finding if fixes == finding.fixes else replace(finding, fixes=fixes)

    def _obstacle(self, code: str, fix: Fix) -> str:
        """Return why ``fix`` cannot be made; nothing if it can."""
        origin = self._document.origin(fix.span)
        if self._judge is not None and not self._judge.allows(code, origin):
            return _REACHES
        return "" if self._allows is None or self._can_be_made(fix) else _CROSSES

    def _can_be_made(self, fix: Fix) -> bool:
        """Say whether ``fix`` can be made on top of what was done to the text before."""
        assert self._allows is not None
        around = Span(max(0, fix.span.start - 1), min(len(self._text), fix.span.end + 1))
        origin = self._document.origin(around)
        if origin.of(self._document.original) == around.of(self._text.raw):  # nothing was done here
            return self._allows(self._document.origin(fix.span), fix.replacement)
        document = self._document.apply([(fix.span, fix.replacement)])
        return all(self._allows(change.span, change.replacement) for change in document.changes)

    def _together(self, chosen: list[Finding]) -> list[Finding]:
        """Return those of ``chosen`` that can be made together: two may meet at the same markup."""
        while self._allows is not None and chosen:
            document = self._document.apply(_edits(chosen))
            wrong = [
                change.span
                for change in document.changes
                if not self._allows(change.span, change.replacement)
            ]
            if not wrong:
                break
            meeting = [
                one
                for one in chosen
                if any(_touch(self._document.origin(one.fixes[0].span), span) for span in wrong)
            ]
            chosen = [one for one in chosen if one is not meeting[-1]]
        return chosen

    def _apply(self, findings: list[Finding]) -> None:
        chosen = self._together(choose(findings, self._thresholds))
        if not chosen:
            return
        self._passes += 1
        if self._passes > _MOST_PASSES or len(self._text) > self._longest:
            raise _NeverDoneError
        self._applied += [lifted(replace(one, applied=True), self._document) for one in chosen]
        self._document = self._document.apply(_edits(chosen))
        roles = [(self._document.image(span), role) for span, role in self._roles]
        self._text = Text(self._document.text, self._text.profile, roles)


class _NeverDoneError(Exception):
    """The rules undo each other's work."""


def _edits(chosen: Iterable[Finding]) -> Iterable[tuple[Span, str]]:
    """Return the edits of the best fixes; several findings may ask for the same one."""
    return {one.fixes[0].span: one.fixes[0].replacement for one in chosen}.items()


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _any(_: Finding) -> bool:
    return True


def _found(normaliser: Normaliser, text: Text) -> list[Finding]:
    findings = []
    for finding in normaliser.find(text):
        ends = [finding.span[1], *(fix.span[1] for fix in finding.fixes)]
        if max(ends) > len(text):
            raise ValueError(f"{finding.code or normaliser.name} reports a place outside the text")
        if not (text.accepted and _is_accepted(finding, text)):
            findings.append(guard(calibrated(finding), text))
    return findings


def _is_accepted(finding: Finding, text: Text) -> bool:
    """Say whether the finding, or its best fix, is about nothing but what the publisher accepts."""
    if is_accepted(text.raw, finding.span, text.accepted):
        return True
    return bool(finding.fixes) and is_accepted(
        text.raw, _changed(finding.fixes[0], text), text.accepted
    )


def _changed(fix: Fix, text: Text) -> Span:
    """Return what a fix changes; letters that are added to a word change its last or first one."""
    before, after, skipped = trim(fix.span.of(text.raw), fix.replacement)
    start = fix.span.start + skipped
    end = start + len(before)
    grows = after[:1].isalnum() and text.raw[start - 1 : start].isalnum()
    grown = after[-1:].isalnum() and text.raw[end : end + 1].isalnum()
    return Span(start - grows, end + grown)
