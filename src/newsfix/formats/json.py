"""JSON: the strings of some fields are prose."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsfix.formats.build import build
from newsfix.formats.fields import Fields, Value, blocks
from newsfix.formats.json_string import parts
from newsfix.formats.prose import Prose
from newsfix.formats.unread import Unread
from newsfix.span import Span

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
_MARK = "\ufeff"  # a byte-order mark, where a text was decoded with it


def parse(text: str, fields: Iterable[str] = ()) -> Prose:
    r"""Return the prose of a file of JSON; what is no JSON has none.

    >>> parse('{"title": "It rained", "id": "a , b", "text": "One.\\nTwo."}').text
    'It rained\n\nOne.\nTwo.'
    """
    return of_texts(text, [Span(0, len(text))], fields)


def of_texts(text: str, spans: Iterable[Span], fields: Iterable[str]) -> Prose:
    """Return the prose of a file that holds a text of JSON at each of ``spans``."""
    chosen = Fields(fields)
    unread: list[Unread] = []
    values: list[list[Value]] = []
    for span in spans:
        wrong = _wrong(text, span)
        if wrong is None:
            values.append(list(_values(text, span, chosen)))
        else:
            unread.append(wrong)
    prose = build(text, (block for at, some in enumerate(values) for block in blocks(some, at)))
    rest = _without(text, [value for some in values for value in some])
    return replace(prose, rest=rest, unread=tuple(unread))


def values_of(text: str, span: Span, fields: Fields) -> list[Value]:
    """Return the strings of ``fields`` in a text of JSON at ``span``; none if it is broken."""
    return list(_values(text, span, fields)) if _wrong(text, span) is None else []


def _wrong(text: str, span: Span) -> Unread | None:
    """Return why the text at ``span`` is no JSON, if it is none."""
    content = span.of(text)
    marked = content.startswith(_MARK)
    line = text.count("\n", 0, span.start) + 1
    try:
        json.loads(content[marked:], parse_int=float)  # numbers may be longer than an int may be
    except json.JSONDecodeError as error:
        column = error.colno + (marked and error.lineno == 1)
        return Unread(
            line + error.lineno - 1, f"is no JSON: {_lowered(error.msg)} (column {column})"
        )
    except RecursionError:
        return Unread(line, "is no JSON that can be read: too deeply nested")
    return None


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _values(text: str, span: Span, fields: Fields) -> Iterator[Value]:
    """Yield the strings of ``fields`` in a valid text of JSON."""
    path: list[
        str | int
    ] = []  # of the value that comes next; in an object its last step is its key
    is_key = False
    in_list: list[bool] = []
    for match in _TOKEN.finditer(text, *span):
        sign = match[0]
        if sign in "{[":
            in_list.append(sign == "[")
            path.append(0 if in_list[-1] else "")
            is_key = not in_list[-1]
        elif sign in "}]":
            in_list.pop()
            path.pop()
        elif sign == ",":
            if in_list[-1]:
                path[-1] = int(path[-1]) + 1
            is_key = not in_list[-1]
        elif sign == ":":
            is_key = False
        elif is_key:
            path[-1] = json.loads(sign)
        elif sign[0] == '"' and fields.hold(tuple(path)):
            yield Value(tuple(path), list(parts(text, Span(match.start() + 1, match.end() - 1))))


def _without(text: str, values: Iterable[Value]) -> object:
    """Return what is around ``values``, which are in order."""
    rest = []
    at = 0
    for _, some in values:
        if some:
            rest.append(text[at : some[0].span.start])
            at = some[-1].span.end
    return (*rest, text[at:])
