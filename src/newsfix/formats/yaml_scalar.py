"""A scalar of YAML: its parts, and how an edit of it is written so that all else reads as before."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import yaml

from newsfix.formats.parts import Part
from newsfix.span import Span

_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_PROPERTIES = re.compile(r"(?:[&!][^\s]*\s+)*")
_LONGEST_WORD = 80  # no number, date or other value that is no text is as long

_FOLD = r"(?<![ \t])[ \t]*\n(?:[ \t]*\n)*[ \t]*"
_FIXED = {
    '"': re.compile(
        rf"\\\n(?:[ \t]*\n)*[ \t]*|{_FOLD}"
        r"|\\r\\n|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\."
    ),
    "'": re.compile(rf"{_FOLD}|''"),
    "": re.compile(_FOLD),
}
_ESCAPES = dict(
    zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\n\x1b "/\\\x85\xa0\u2028\u2029', strict=True)
)
_LINE_ENDS = ("\\r\\n", "\\n", "\\r")

_HEADER = re.compile(r"[|>][-+]?[ \t]*(?:#[^\n]*)?\n")
_LINE = re.compile(r"([ ]*)([^\n]*)(?:\n|\Z)")

# No style can hold these as they are, or all of them read them as line ends.
_UNWRITTEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ENDS_PLAIN = re.compile(r":\s|\s#")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
_FLOW_INDICATORS = frozenset(",[]{}")


class Scalar(NamedTuple):
    """Where a scalar is in the file, with its anchor and tag, how it is quoted, if it is in ``[]`` or ``{}``."""

    text: str
    span: Span
    style: str
    in_flow: bool


def is_string(value: str) -> bool:
    """Say whether a scalar without quotes is text, not a number, a date or the like.

    >>> is_string("Yesterday"), is_string("yes"), is_string("2026-11-24")
    (True, False, False)
    """
    known = [*_RESOLVERS.get(value[:1], ()), *_RESOLVERS.get(None, ())]
    return not any(pattern.match(value) for _, pattern in known)


def parts(scalar: Scalar, value: str) -> list[Part]:
    """Return the parts of a scalar that reads ``value``; none if it is not understood."""
    text, span, style, in_flow = scalar
    properties = _PROPERTIES.match(text, *span)
    start = properties.end() if properties else span.start
    if style in ("|", ">"):
        found = list(_block(text, Span(start, span.end), style))
    else:
        inside = Span(start + len(style), span.end - len(style))
        found = list(_flow(text, inside, style, in_flow=in_flow))
    said = "".join(part.content(text) for part in found)
    meant = value.replace("\r\n", "\n").replace("\r", "\n")
    if style in ("|", ">"):
        meant = meant.strip("\n")
    return found if said == meant else []


def _flow(text: str, span: Span, style: str, *, in_flow: bool) -> Iterator[Part]:
    """Yield the parts of a scalar in quotes, or without any."""
    fixed = list(_FIXED[style].finditer(text, *span))
    line_end = next((one[0] for one in fixed if one[0] in _LINE_ENDS), "\\n")
    writer = _FlowWriter(text, span, style, in_flow, line_end)
    at = span.start
    for match in fixed:
        if at < match.start():
            yield Part(Span(at, match.start()), writer=writer)
        yield Part(Span(*match.span()), _meant(match[0]), writer=writer)
        at = match.end()
    if at < span.end:
        yield Part(Span(at, span.end), writer=writer)


def _meant(fixed: str) -> str:
    """Return what a line end, with the space around it, or an escape stands for."""
    if "\n" in fixed:
        ends = fixed.count("\n") - 1
        return "\n" * ends if ends or fixed[0] == "\\" else " "
    if fixed == "''":
        return "'"
    if fixed in _LINE_ENDS:
        return "\n"
    if len(fixed) > 2:
        code = int(f"0x{fixed[2:]}", 0)
        return chr(code) if code <= 0x10FFFF else ""
    return _ESCAPES.get(fixed[1], "")


def _block(text: str, span: Span, style: str) -> Iterator[Part]:
    """Yield the parts of a block scalar, whose lines are kept ("|") or folded (">")."""
    header = _HEADER.match(text, *span)
    lines = list(_lines(text, Span(header.end(), span.end))) if header else []
    seen = [at for at, line in enumerate(lines) if line.start < line.end]
    if not seen:
        return
    indent = _indent(text, lines[seen[0]].start)
    writer = _BlockWriter(text, Span(lines[seen[0]].start, lines[seen[-1]].end), style, indent)
    folded = style == ">"
    kept = [lines[at] for at in (seen if folded else range(seen[0], seen[-1] + 1))]
    for before, line in pairwise([None, *kept]):
        assert line is not None
        if before is not None:
            gap = Span(before.end, line.start)
            blank = gap.of(text).count("\n") - 1
            instead = ("\n" * blank or " ") if folded else "\n"
            yield Part(gap, instead, writer=writer)
        if line.start < line.end:
            yield Part(line, writer=writer)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of a block without their indentation, which the first one shows."""
    indent = -1
    at = span.start
    while at < span.end and (match := _LINE.match(text, at, span.end)):
        at = match.end()
        if indent < 0 and match[2]:
            indent = len(match[1])
        if not match[2] and (indent < 0 or len(match[1]) <= indent):
            yield Span(match.end(1), match.end(1))
        elif len(match[1]) >= indent:
            yield Span(match.start() + indent, match.end(2))
        else:
            return


def _indent(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position) - 1


class _Around(NamedTuple):
    """What is before an edit in its first line, and behind it in its last one."""

    head: str
    tail: str
    first: bool
    last: bool


def _around(text: str, span: Span, place: Span) -> _Around:
    begin = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end, span.end)
    return _Around(
        text[max(begin, span.start) if begin <= span.start else begin : place.start],
        text[place.end : end if end >= 0 else span.end],
        begin <= span.start,
        end < 0,
    )


def _is_all(text: str, span: Span, place: Span) -> bool:
    """Say whether ``place`` is all that can be seen of the scalar at ``span``."""
    before = text[span.start : place.start].strip()
    return not before and not text[place.end : span.end].strip()


@dataclass(frozen=True, eq=False)
class _FlowWriter:
    """Writes edits of a scalar in quotes, or without any, whose characters are at ``span``."""

    text: str
    span: Span
    style: str
    in_flow: bool
    line_end: str

    def __call__(self, place: Span, replacement: str) -> str | None:
        """Return what is written at ``place`` for ``replacement``; None if that cannot be done."""
        written = self._escaped(replacement)
        around = _around(self.text, self.span, place)
        if (
            written is None
            or (not replacement.strip() and _is_all(self.text, self.span, place))
            or not _folds_as_before(around, written)
            or (not self.style and not self._stays_plain(around, place, written))
        ):
            return None
        return written

    def _escaped(self, replacement: str) -> str | None:
        if _UNWRITTEN.search(replacement) or ("\n" in replacement and self.style != '"'):
            return None
        if self.style == '"':
            lines = (json.dumps(line, ensure_ascii=False)[1:-1] for line in replacement.split("\n"))
            return self.line_end.join(lines)
        return replacement.replace("'", "''") if self.style else replacement

    def _stays_plain(self, around: _Around, place: Span, written: str) -> bool:
        """Say whether the scalar still ends where it did, and is still text."""
        head, tail = around.head, around.tail
        near = f"{head[-2:]}{written}{tail[:2]}"
        if _ENDS_PLAIN.search(near) or (len(tail) < 2 and near.endswith(":")):
            return False
        if self.in_flow and not _FLOW_INDICATORS.isdisjoint(written):
            return False
        if place.start == self.span.start and (written + tail)[:1] in _INDICATORS:
            return False
        if place.end == self.span.end and (head + written)[-1:].isspace():
            return False
        if self.span.end - self.span.start > _LONGEST_WORD:
            return True
        text = self.text
        new = text[self.span.start : place.start] + written + text[place.end : self.span.end]
        return is_string(new)


def _folds_as_before(around: _Around, written: str) -> bool:
    """Say whether no line becomes blank, or has space at an end where a line end eats it."""
    head, tail, first, last = around
    line = (head + written + tail).strip()
    if not first and (not line or (not head.strip() and (written + tail)[:1].isspace())):
        return False
    return last or bool(line and (tail.strip() or not (head + written)[-1:].isspace()))


@dataclass(frozen=True, eq=False)
class _BlockWriter:
    """Writes edits of a block scalar, whose lines are indented by ``indent``."""

    text: str
    span: Span
    style: str
    indent: int

    def __call__(self, place: Span, replacement: str) -> str | None:
        """Return what is written at ``place`` for ``replacement``; None if that cannot be done."""
        if _UNWRITTEN.search(replacement):
            return None
        begin = self.text.rfind("\n", 0, place.start) + 1
        head = self.text[begin + self.indent : place.start]
        tail = _around(self.text, self.span, place).tail
        lines = replacement.split("\n")
        first, final = head + lines[0], lines[-1] + tail
        if len(lines) == 1:
            first = final = head + replacement + tail
        shown = [first, *filter(None, lines[1:-1]), final]
        if any(not line.strip() or line[0] in " \t" for line in shown):
            return None
        if self.style == ">" and len(lines) > 1:
            lines[1:1] = [""]  # one line end more than are read
        return "\n".join(
            " " * self.indent + line if at and (line or at == len(lines) - 1) else line
            for at, line in enumerate(lines)
        )
