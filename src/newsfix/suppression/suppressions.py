"""From the comments of a file to the places that they speak of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newsfix.formats import Prose
from newsfix.rules import Rule
from newsfix.scope import Place
from newsfix.selectors import ALL, at_server, fits, unknown
from newsfix.span import Span
from newsfix.suppression.comments import Comment, Mistake, read
from newsfix.suppression.sic import sic_places
from newsfix.text import Text

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
#: ``ignore-file`` stands in the first lines, where people look for it.
_FIRST_LINES = 10


class Suppression(NamedTuple):
    """What a comment at ``comment`` suppresses by one ``selector``, or all of it by none (None)."""

    comment: Span
    place: Place
    selector: str | None = None


class Suppressions(NamedTuple):
    """What a file asks to be left alone, and the comments that ask for nothing that is known."""

    asked: tuple[Suppression, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    words: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """All places that are left alone."""
        return (*self.words, *(one.place for one in self.asked))

    def moved(self, origin: Callable[[Span], Span]) -> "Suppressions":
        """Return the suppressions with each span where ``origin`` says that it is."""

        def put(place: Place) -> Place:
            return place._replace(span=origin(place.span))

        return Suppressions(
            tuple(
                one._replace(comment=origin(one.comment), place=put(one.place))
                for one in self.asked
            ),
            tuple(one._replace(span=origin(one.span)) for one in self.mistakes),
            tuple(map(put, self.words)),
        )


def suppressions(
    text: str, prose: Prose, rules: Callable[[], Sequence[tuple[Rule, str]]]
) -> Suppressions:
    """Return what ``text``, whose prose and comments are known, asks to be left alone.

    ``rules`` returns all that there are, each with its family: it is asked only if a comment names some.
    """
    words = tuple(sic_places(text))
    spans = sorted(_trimmed(span, text) for span in prose.comments)
    said = [one for span in spans if (one := read(span.of(text), span)) is not None]
    if not said:
        return Suppressions(words=words)
    asked: list[Suppression] = []
    mistakes = [one for one in said if isinstance(one, Mistake)]
    comments = [one for one in said if isinstance(one, Comment)]
    for found in _Reader(text, prose, comments, rules()).read():
        if isinstance(found, Mistake):
            mistakes.append(found)
        else:
            asked.append(found)
    return Suppressions(tuple(asked), tuple(mistakes), words)


class _Reader:
    """Reads the comments of one file in order."""

    def __init__(
        self,
        text: str,
        prose: Prose,
        comments: Sequence[Comment],
        rules: Sequence[tuple[Rule, str]],
    ) -> None:
        self._text = text
        self._comments = comments
        self._rules = rules
        paragraphs = Text(prose.text).paragraphs
        self._blocks = sorted(prose.origin(paragraph) for paragraph in paragraphs)
        front = _FRONT_MATTER.match(text)
        self._begin = front.end() if front else 0

    def read(self) -> Iterator[Suppression | Mistake]:
        """Yield what the comments suppress, and what is wrong with them."""
        opened: list[tuple[Comment, str | None]] = []
        for comment in self._comments:
            wrong = [one for one in comment.selectors if not self._codes(one)]
            yield from (Mistake(comment.span, unknown(one, self._rules)) for one in wrong)
            right = [one for one in comment.selectors if one not in wrong]
            selectors: list[str | None] = [*right] if comment.selectors else [None]
            if comment.verb == "off":
                opened += [(comment, selector) for selector in selectors]
            elif comment.verb == "on":
                closed = [one for one in opened if selectors == [None] or one[1] in selectors]
                opened = [one for one in opened if one not in closed]
                if not closed and selectors:
                    yield Mistake(comment.span, "“newsfix: on” without such an “off” before it")
                for off, selector in closed:
                    yield self._asked(off, selector, Span(off.span.start, comment.span.end))
            else:
                place = self._place(comment)
                if isinstance(place, Mistake):
                    yield place
                else:
                    yield from (self._asked(comment, selector, place) for selector in selectors)
        for off, selector in opened:
            yield self._asked(off, selector, Span(off.span.start, len(self._text) + 1))

    def _asked(self, comment: Comment, selector: str | None, place: Span) -> Suppression:
        codes = None if selector in (None, ALL) else self._codes(selector or ALL)
        return Suppression(comment.span, Place(place, codes), selector)

    def _codes(self, selector: str) -> tuple[str, ...]:
        if at_server(selector):
            return (at_server(selector),)
        return tuple(sorted({one.code for one, of in self._rules if fits(selector, one, of)}))

    def _place(self, comment: Comment) -> Span | Mistake:
        """Return where ``comment`` is about; an insertion at either end is inside."""
        if comment.verb == "ignore-file":
            if self._text.count("\n", self._begin, comment.span.start) >= _FIRST_LINES:
                lines = f"the first {_FIRST_LINES} lines"
                return Mistake(comment.span, f"“newsfix: ignore-file” counts in {lines} only")
            return Span(-1, len(self._text) + 1)
        next_line = comment.verb == "ignore-next-line"
        found = self._next_line(comment.span) if next_line else self._block(comment.span)
        if found is None:
            return Mistake(comment.span, f"“newsfix: {comment.verb}” has no text after it")
        return Span(found.start - 1, found.end + 1)

    def _block(self, comment: Span) -> Span | None:
        """Return the block that the comment is in, or beside in its line; else the next one."""
        start = self._text.rfind("\n", 0, comment.start) + 1
        end = self._line_end(comment.end)
        beside = [one for one in self._blocks if one.start < end and start < one.end]
        before = [one for one in beside if one.start < comment.start]
        after = (one for one in self._blocks if one.start >= comment.end)
        return before[-1] if before else next(after, None)

    def _next_line(self, comment: Span) -> Span | None:
        """Return the next line that holds more than space and comments to newsfix."""
        start = self._line_end(comment.end) + 1
        while start < len(self._text):
            line = Span(start, self._line_end(start))
            rest = _without((one.span for one in self._comments), line)
            if any(span.of(self._text).strip() for span in rest):
                return line
            start = line.end + 1
        return None

    def _line_end(self, position: int) -> int:
        end = self._text.find("\n", position)
        return end if end >= 0 else len(self._text)


def _trimmed(span: Span, text: str) -> Span:
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    return Span(start, start + len(content.strip()))


def _without(holes: Iterable[Span], line: Span) -> Iterator[Span]:
    """Yield what is left of ``line`` without ``holes``, which are in order."""
    start = line.start
    for hole in holes:
        if hole.overlaps(line):
            yield Span(start, max(start, hole.start))
            start = max(start, hole.end)
    yield Span(start, max(start, line.end))
