"""reStructuredText: paragraphs, titles, lists and the bodies of directives that hold prose.

What is not known to be prose is none: tables (whose frames are as wide as their cells), literal
blocks, targets, substitutions, and directives that are not named here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsfix.formats.build import build
from newsfix.formats.fields import FIELDS
from newsfix.formats.flow import Line, lines_of
from newsfix.formats.parts import Block, Part
from newsfix.formats.prose import Prose
from newsfix.formats.rst_directives import BODIES, CAPTIONED, ROLES, TEXTS, TITLED
from newsfix.formats.rst_inline import inline
from newsfix.span import Span

# Deeper nesting is no prose that anybody wrote.
_DEEPEST = 40
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*\Z")
_EXPLICIT = re.compile(r"\.\.(?=\s|\Z)")
_FOOTNOTE = re.compile(r"\.\.[ ]+\[[^\]\s]+\](?=\s|\Z)")
_DIRECTIVE = re.compile(r"\.\.[ ]+(?:[\w-]+:)*([\w-]+)[ ]?::(?=\s|\Z)")
_TARGET = re.compile(r"\.\.[ ]+(?:_|\|\S|__)")
_OPTION = re.compile(r":[^:\s][^:]*:(?=\s|\Z)")
_FIELD = re.compile(r":(?![:\s])((?:[^:\\]|\\.|:(?![\s`]))*?[^\s:\\]):(?=\s|\Z)")
_BULLET = re.compile(r"[-*+•‣⁃](?=\s|\Z)")
_NUMBER = re.compile(r"\(?(?:\d{1,9}|[A-Za-z]|#|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})[.)](?=\s|\Z)")
_COMMAND = r"(?:--?\w[\w-]*|/[A-Z])(?:[ =]<?[\w-]+>?)?"
_OPTIONS = re.compile(rf"{_COMMAND}(?:,[ ]{_COMMAND})*(?:[ ]{{2,}}|\Z)")
_MARKED = re.compile(rf"{_BULLET.pattern}|{_NUMBER.pattern}|{_OPTIONS.pattern}")
_REFERENCE = re.compile(r"`([^`<>]{1,600})`_|(?<!\w)(\w[\w.+-]{0,80})_(?!\w)")
_GRID = re.compile(r"\+[-=]+\+")
_BORDER = re.compile(r"=+(?:[ ]+=+)+\Z")


def parse(text: str) -> Prose:
    """Return the prose of a reStructuredText file."""
    named = frozenset(_normal(match[1] or match[2]) for match in _REFERENCE.finditer(text))
    return build(text, _Body(text, lines_of(text), named=named).blocks())


def _normal(name: str) -> str:
    return " ".join(name.split()).casefold()


@dataclass(frozen=True)
class _Body:
    """Lines that are indented alike, and what they are in."""

    text: str
    lines: Sequence[Line]
    role: str = ""
    depth: int = 0
    named: frozenset[str] = frozenset()  # what references lead to; it may be a title
    begins_deeper: bool = (
        False  # behind a marker, so that its first line says nothing of the margin
    )

    @property
    def margin(self) -> int:
        """How far the lines are indented."""
        lines = self.lines[1:] if self.begins_deeper else self.lines
        shown = [line.indent for line in lines if line.text]
        return min(shown) if shown else self.lines[0].indent

    @cached_property
    def head(self) -> int:
        """The number of the first line of text: before it, fields tell programs about the file."""
        if self.depth:
            return 0
        for at, line in enumerate(self.lines):
            is_title = _ADORNMENT.match(line.text) or _ADORNMENT.match(self.at(at + 1))
            is_markup = line.indent or _FIELD.match(line.text) or _EXPLICIT.match(line.text)
            if line.text and not is_title and not is_markup:
                return at
        return len(self.lines)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of prose in the body, in order."""
        if self.depth > _DEEPEST or not self.lines:
            return
        at = 0
        margin = self.margin
        while at < len(self.lines):
            if not self.lines[at].text:
                at += 1
                continue
            if at and self.lines[at].indent > margin:
                end = self.past(at, margin)
                found: Iterable[Block] = self.inside(self.lines[at:end], self.role or "quote")
            else:
                end, found = self._element(at)
            yield from found
            at = end

    def inside(self, lines: Sequence[Line], role: str, marker: int = 0) -> Iterator[Block]:
        """Yield the blocks of a body inside this one; the first line begins with a marker, or none."""
        if marker:
            lines = [lines[0].after(marker), *lines[1:]]
        return _Body(self.text, lines, role, self.depth + 1, begins_deeper=bool(marker)).blocks()

    def block(self, lines: Sequence[Line], role: str, *, plain: bool = False) -> Block:
        """Return some lines as one block."""
        span = Span(lines[0].start, lines[-1].end)
        return Block(list(inline(self.text, span)), role, plain)

    def at(self, number: int) -> str:
        """Return the text of a line, which is empty behind the last."""
        return self.lines[number].text if number < len(self.lines) else ""

    def past(self, at: int, margin: int) -> int:
        """Return the number of the first line from ``at`` on that is not indented further than ``margin``."""
        while at < len(self.lines) and (not self.at(at) or self.lines[at].indent > margin):
            at += 1
        return at

    def past_text(self, at: int) -> int:
        """Return the number of the first blank line behind ``at``, or of one indented in another way."""
        end = at + 1
        while self.at(end) and self.lines[end].indent == self.lines[at].indent:
            end += 1
        return end

    def _element(self, at: int) -> "_Found":
        for reader in _READERS:
            found = reader(self, at)
            if found is not None:
                return found
        return _paragraph(self, at)


# Where an element ends, and its blocks.
_Found = tuple[int, Iterable[Block]]


def _explicit(body: _Body, at: int) -> _Found | None:
    line = body.lines[at]
    if not _EXPLICIT.match(line.text):
        return None
    if line.text == ".." and not body.at(at + 1):
        return at + 1, (_comment(line, line),)
    end = body.past(at + 1, line.indent)
    lines = body.lines[at:end]
    if footnote := _FOOTNOTE.match(line.text):
        return end, body.inside(lines, body.role, footnote.end())
    if directive := _DIRECTIVE.match(line.text):
        return end, _directive(body, lines, directive)
    if _TARGET.match(line.text):
        return end, ()
    return end, (_comment(line, [one for one in lines if one.text][-1]),)


def _comment(first: Line, last: Line) -> Block:
    return Block([Part(Span(first.start, last.end), "", comment=True)])


def _directive(body: _Body, lines: Sequence[Line], directive: re.Match[str]) -> Iterable[Block]:
    name = directive[1].lower()
    role = ROLES.get(name, body.role)
    begins = 1
    while begins < len(lines) and _OPTION.match(lines[begins].text):
        begins += 1
    argument, rest = lines[0].after(directive.end()), lines[begins:]
    if name in TEXTS:
        if argument.text and begins == 1:
            yield from body.inside(lines, role, directive.end())
        else:
            if argument.text:
                yield body.block([argument], role)
            yield from body.inside(rest, role)
    elif name in TITLED:
        if argument.text:
            yield body.block([argument], role)
        yield from body.inside(rest, body.role)
    elif name in CAPTIONED:
        caption = next((at for at, one in enumerate(rest) if one.text), 0)
        end = next((at for at, one in enumerate(rest) if at > caption and not one.text), len(rest))
        yield from body.inside(rest[:end], "caption")
        yield from body.inside(rest[end:], body.role)
    elif name in BODIES:
        yield from body.inside(rest, body.role)


def _skipped(body: _Body, at: int) -> _Found | None:
    """Doctests, tables, anonymous targets, transitions and other lines of marks."""
    text = body.at(at)
    if text.startswith((">>> ", "__ ")) or _GRID.match(text):
        return body.past_text(at), ()
    if _BORDER.match(text):
        end = at + 1
        while end < len(body.lines) and not (
            _BORDER.match(body.at(end - 1)) and not body.at(end) and end > at + 1
        ):
            end += 1
        return end, ()
    return None


def _title(body: _Body, at: int) -> _Found | None:
    if body.depth:
        return None
    over = _ADORNMENT.match(body.at(at)) and len(body.at(at)) > 1
    if over and body.at(at + 1) and body.at(at + 2) == body.at(at):
        return at + 3, _headline(body, body.lines[at + 1])
    if over and not body.at(at + 1) and len(body.at(at)) > 3:
        return at + 1, ()
    under = body.at(at + 1)
    if _ADORNMENT.match(under) and len(under) >= min(4, len(body.at(at))):
        return at + 2, _headline(body, body.lines[at])
    return None


def _headline(body: _Body, line: Line) -> Iterable[Block]:
    """Return a title, unless a reference names it, which would lead nowhere if it changed."""
    return () if _normal(line.text) in body.named else (body.block([line], "headline"),)


def _item(body: _Body, at: int) -> _Found | None:
    """An item of a list: bullets, numbers, or the options of a command."""
    line = body.lines[at]
    marker = _BULLET.match(line.text) or _NUMBER.match(line.text) or _OPTIONS.match(line.text)
    if marker is None:
        return None
    following = body.at(at + 1)
    if following and body.lines[at + 1].indent <= line.indent and not _MARKED.match(following):
        return None
    end = body.past(at + 1, line.indent)
    return end, body.inside(body.lines[at:end], "list", marker.end())


def _field(body: _Body, at: int) -> _Found | None:
    line = body.lines[at]
    field = _FIELD.match(line.text)
    if field is None:
        return None
    end = body.past(at + 1, line.indent)
    name = field[1].lower()
    if name not in FIELDS and at < body.head:
        return end, ()
    return end, body.inside(body.lines[at:end], FIELDS.get(name, "") or body.role, field.end())


def _line_block(body: _Body, at: int) -> _Found | None:
    if not re.match(r"\|(?:[ ]|\Z)", body.at(at)):
        return None
    end = at + 1
    while body.at(end) and (
        body.at(end)[0] == "|" or body.lines[end].indent > body.lines[at].indent
    ):
        end += 1
    lines = [line.after(1) if line.text[0] == "|" else line for line in body.lines[at:end]]
    return end, [body.block([line], body.role) for line in lines if line.text]


def _definition(body: _Body, at: int) -> _Found | None:
    line = body.lines[at]
    if not body.at(at + 1) or body.lines[at + 1].indent <= line.indent:
        return None
    end = body.past(at + 1, line.indent)
    return end, [body.block([line], "list"), *body.inside(body.lines[at + 1 : end], "list")]


def _paragraph(body: _Body, at: int) -> _Found:
    end = body.past_text(at)
    lines = body.lines[at:end]
    found = [body.block(lines, body.role, plain=not body.depth)]
    if not lines[-1].text.endswith("::"):
        return end, found
    begins = end
    while begins < len(body.lines) and not body.at(begins):
        begins += 1
    margin = lines[0].indent
    if begins < len(body.lines) and body.lines[begins].indent > margin:
        return body.past(end, margin), found
    mark = body.at(begins)[:1]
    if mark and not mark.isalnum():
        while body.at(begins)[:1] == mark:
            begins += 1
        return begins, found
    return end, found


_READERS: tuple[Callable[[_Body, int], _Found | None], ...] = (
    _explicit,
    _skipped,
    _title,
    _item,
    _field,
    _line_block,
    _definition,
)
