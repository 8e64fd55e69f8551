"""Which places of a file newsfix may speak of, and which it may change."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from newsfix.span import Span
from newsfix.spans import joined, meets


class Place(NamedTuple):
    """A place that is left alone: by the rules with these ``codes``, or by all (None).

    What meets the place is left, an insertion only strictly inside. Of a ``word`` what goes beyond it
    on both sides is not: that is about something else.
    """

    span: Span
    codes: tuple[str, ...] | None = None
    word: bool = False


@dataclass(frozen=True)
class Scope:
    """What of a file counts, in code points of the file as it is.

    ``places`` are left alone. With ``lines`` (sorted, apart from each other, without the line end of
    the last line) nothing outside them is told, and no edit reaches beyond them. Without ``repairs``
    nothing is changed at all.

    >>> scope = Scope((Place(Span(4, 9), ("PUN101",)),))
    >>> scope.tells("PUN101", Span(8, 12)), scope.tells("PUN102", Span(8, 12))
    (False, True)
    >>> Scope(lines=(Span(4, 9),)).allows("PUN101", Span(8, 12))
    False
    """

    places: tuple[Place, ...] = ()
    lines: tuple[Span, ...] | None = None
    repairs: bool = True

    def also(self, places: tuple[Place, ...]) -> "Scope":
        """Return the scope with more places that are left alone."""
        return replace(self, places=(*self.places, *places)) if places else self

    def tells(self, code: str, span: Span) -> bool:
        """Say whether a finding of the rule ``code`` at ``span`` is reported."""
        if self.lines is not None and not _touches(self.lines, span):
            return False
        return not self._leaves(code, span)

    def allows(self, code: str, span: Span) -> bool:
        """Say whether the rule ``code`` may put something else where ``span`` is."""
        if not self.repairs or (self.lines is not None and not _covers(self.lines, span)):
            return False
        return not self._leaves(code, span)

    def _leaves(self, code: str, span: Span) -> bool:
        if any(meets(self._spans.get(key, ()), span) for key in (ANY_RULE, *_names(code))):
            return True
        return any(_is_about(place, code, span) for place in self._words)

    @cached_property
    def _spans(self) -> Mapping[str, tuple[Span, ...]]:
        """The places by code, those of every rule under the empty one."""
        spans: dict[str, list[Span]] = {}
        for place in self.places:
            if not place.word:
                for code in (ANY_RULE,) if place.codes is None else place.codes:
                    spans.setdefault(code, []).append(place.span)
        return {code: joined(them) for code, them in spans.items()}

    @cached_property
    def _words(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.word)


#: In place of a code: whatever the rule.
ANY_RULE = ""
#: No limits.
EVERYTHING = Scope()


class Judge(NamedTuple):
    """A scope for somebody who counts otherwise: ``origin`` carries a span to where it is in the file."""

    scope: Scope
    origin: Callable[[Span], Span]

    def tells(self, code: str, span: Span) -> bool:
        """Say whether a finding of the rule ``code`` at ``span`` is reported."""
        return self.scope.tells(code, self.origin(span))

    def allows(self, code: str, span: Span) -> bool:
        """Say whether the rule ``code`` may put something else where ``span`` is."""
        return self.scope.allows(code, self.origin(span))


def _names(code: str) -> tuple[str, ...]:
    """Return a code, and what all codes of the same server are called."""
    return (code, code.partition(":")[0]) if ":" in code else (code,)


def _is_about(place: Place, code: str, span: Span) -> bool:
    if place.codes is not None and not set(_names(code)).intersection(place.codes):
        return False
    return meets((place.span,), span) and not span.covers(place.span)


def _touches(lines: tuple[Span, ...], span: Span) -> bool:
    at = bisect_right(lines, span.end, key=lambda line: line.start) - 1
    return at >= 0 and span.start <= lines[at].end


def _covers(lines: tuple[Span, ...], span: Span) -> bool:
    at = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    return at >= 0 and lines[at].covers(span)
