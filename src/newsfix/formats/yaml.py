"""YAML: the scalars of some fields are prose."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from newsfix.formats.build import build
from newsfix.formats.fields import Fields, Path, Value, blocks
from newsfix.formats.prose import Prose
from newsfix.formats.unread import Unread
from newsfix.formats.yaml_scalar import Scalar, is_string, parts
from newsfix.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the first is ten times as fast
# These lines end a document wherever they stand, even in a scalar.
_BOUNDARY = re.compile(r"^(?:(?P<start>---)(?=\s|\Z)|\.\.\.(?=\s|\Z)[^\n]*\n?)", re.MULTILINE)
_NOTHING = re.compile(r"(?:[ \t\ufeff]*(?:[#%][^\n]*)?(?:\n|\Z))*")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = "tag:yaml.org,2002:str"


def parse(text: str, fields: Iterable[str] = ()) -> Prose:
    r"""Return the prose of a file of YAML; documents that are broken have none.

    >>> parse("title: It rained\nid: a , b\ntext: |\n  One.\n  Two.\n").text
    'It rained\n\nOne.\nTwo.'
    """
    chosen = Fields(fields)
    read = [_read(text, span, chosen) for span in documents(text)]
    prose = build(text, (block for at, one in enumerate(read) for block in blocks(one.values, at)))
    scalars = [span for one in read for span in one.scalars]
    return replace(
        prose,
        comments=tuple(_comments(text, scalars)),
        rest=tuple(tuple(one.rest) for one in read),
        unread=tuple(one.unread for one in read if one.unread),
    )


def read(text: str, span: Span, fields: Fields) -> tuple[list[Value], list[Span]]:
    """Return the strings of ``fields`` in the one document at ``span``, and its comments; none if it is broken."""
    found = _read(text, span, fields)
    if found.unread:
        return [], []
    comments = _comments(text, found.scalars)
    return found.values, [one for one in comments if span.covers(one)]


def documents(text: str) -> Iterator[Span]:
    r"""Yield where the documents of a file are, with their directives and the comments before them.

    >>> list(documents("a: 1\n---\nb: 2\n"))
    [Span(start=0, end=5), Span(start=5, end=14)]
    """
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.start() if match["start"] else match.end()
        before = _NOTHING.match(text, start, end)
        if before is None or before.end() < end:
            yield Span(start, end)
            start = end
    yield Span(start, len(text))


@dataclass
class _Document:
    """What was read of one document: its prose, where its scalars are, and what else it says."""

    values: list[Value] = field(default_factory=list)
    scalars: list[Span] = field(default_factory=list)
    rest: list[object] = field(default_factory=list)
    unread: Unread | None = None


@dataclass
class _Level:
    """A list or a mapping that is being read; ``step`` is what leads to its next value."""

    is_list: bool
    flow: bool
    step: str | int
    is_key: bool

    def advance(self) -> None:
        if self.is_list:
            self.step = int(self.step) + 1
        else:
            self.is_key = not self.is_key


def _read(text: str, span: Span, fields: Fields) -> _Document:
    line = text.count("\n", 0, span.start) + 1
    wrong = _UNPRINTABLE.search(text, *span)
    if wrong:
        reason = f"is no YAML: U+{ord(wrong[0]):04X} is no character of it"
        return _Document(unread=Unread(text.count("\n", 0, wrong.start()) + 1, reason))
    try:
        return _document(text, span, fields)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(filter(None, [error.context, error.problem]))
        return _Document(unread=Unread(line + (mark.line if mark else 0), f"is no YAML: {what}"))
    except (yaml.YAMLError, RecursionError) as error:
        what = " ".join(str(error).split())
        return _Document(unread=Unread(line, f"is no YAML that can be read: {what}"))


def _document(text: str, span: Span, fields: Fields) -> _Document:
    found = _Document()
    levels: list[_Level] = []
    for event in yaml.parse(span.of(text), Loader=_LOADER):
        said: tuple[object, ...] = (type(event).__name__, getattr(event, "anchor", None))
        if isinstance(event, yaml.ScalarEvent):
            said = (*said, event.tag, *_scalar(event, text, span.start, levels, fields, found))
        elif isinstance(event, yaml.CollectionStartEvent):
            said = (*said, event.tag)
        found.rest.append(said)
        if isinstance(event, yaml.CollectionStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            if levels and levels[-1].is_key:
                levels[-1].step = ""  # no name
            levels.append(
                _Level(is_list, bool(event.flow_style), 0 if is_list else "", not is_list)
            )
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
        if levels and isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            levels[-1].advance()
    return found


def _scalar(
    event: Any, text: str, start: int, levels: list[_Level], fields: Fields, found: _Document
) -> tuple[object, ...]:
    """Take note of a scalar; return what it says beside its prose."""
    place = Span(start + event.start_mark.index, start + event.end_mark.index)
    found.scalars.append(place)
    plain = not event.style
    text_like = event.tag in (None, "!", _TEXT) and not (
        plain and event.tag is None and not is_string(event.value)
    )
    if levels and levels[-1].is_key:
        levels[-1].step = event.value
    elif text_like and fields.hold(path := _path(levels)):
        in_flow = any(level.flow for level in levels)
        made = parts(Scalar(text, place, event.style or "", in_flow), event.value)
        if made:
            found.values.append(Value(path, made))
            return (event.style, text_like)
    return (event.style, text_like, event.value)


def _path(levels: list[_Level]) -> Path:
    return tuple(level.step for level in levels)


def _comments(text: str, scalars: list[Span]) -> Iterator[Span]:
    starts = [span.start for span in scalars]
    for match in _COMMENT.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or match.start() >= scalars[at].end:
            yield Span(*match.span())
