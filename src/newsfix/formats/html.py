"""HTML: the text between the tags, block by block."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple

from newsfix.formats.prose import OBJECT, Part, Prose, build
from newsfix.span import Span

# Elements that stand in a line of text; all others end a block.
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small"
    " span strike strong sub sup time tt u var wbr".split()
)
# Elements whose text is not prose.
_DROPPED = frozenset(
    "script style pre code textarea svg math template noscript iframe select".split()
)
# What could become markup where it is put.
_BARRED = "<>&\n"
_SPACE = re.compile(r"\s+")


class _Token(NamedTuple):
    """Where something begins, what it is, and the name of a tag."""

    start: int
    kind: str
    name: str = ""


def parse(text: str) -> Prose:
    """Return the prose of an HTML file."""
    return build(text, list(blocks(text, Span(0, len(text)))))


def blocks(text: str, span: Span) -> Iterator[list[Part]]:
    """Yield the blocks of prose in a stretch of HTML."""
    block: list[Part] = []
    for part in _parts(text, span):
        if part is None:
            yield _tidy(text, block)
            block = []
        else:
            block.append(part)
    yield _tidy(text, block)


def _parts(text: str, span: Span) -> Iterator[Part | None]:
    """Yield the parts of a stretch of HTML in order, and None where a block ends."""
    dropped: list[str] = []  # the open elements whose text is not prose
    for token, following in pairwise(_tokens(text, span)):
        part = Part(Span(token.start, following.start), "")
        if token.kind == "start" and (token.name in _DROPPED or dropped):
            if token.name in _DROPPED:
                dropped.append(token.name)
        elif token.kind == "end" and dropped:
            if token.name == dropped[-1]:
                dropped.pop()
                if token.name == "code" and not dropped:
                    part = part._replace(instead=OBJECT)
        elif token.kind == "text" and not dropped:
            part = part._replace(instead=None, barred=_BARRED)
        elif token.kind == "entity" and not dropped:
            part = part._replace(instead=unescape(part.span.of(text)))
        elif token.name == "img" and not dropped:
            part = part._replace(instead=OBJECT)
        elif token.kind in ("start", "end") and token.name not in _INLINE:
            yield None
            continue
        yield part._replace(opens=token.kind == "start")


def _tokens(text: str, span: Span) -> list[_Token]:
    reader = _Reader(span.of(text))
    return [
        *(token._replace(start=token.start + span.start) for token in reader.tokens),
        _Token(span.end, "end"),
    ]


class _Reader(HTMLParser):
    """Notes where tags, text and entities begin; nothing is ever an error."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tokens: list[_Token] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def _note(self, kind: str, name: str = "") -> None:
        line, column = self.getpos()
        self.tokens.append(_Token(self._lines[line - 1] + column, kind, name))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self._note("start", tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        del attrs
        self._note("void", tag)

    def handle_endtag(self, tag: str) -> None:
        self._note("end", tag)

    def handle_data(self, data: str) -> None:
        del data
        self._note("text")

    def handle_entityref(self, name: str) -> None:
        self._note("entity", name)

    def handle_charref(self, name: str) -> None:
        self._note("entity", name)

    def handle_comment(self, data: str) -> None:
        del data
        self._note("comment")

    def handle_decl(self, decl: str) -> None:
        del decl
        self._note("comment")

    def handle_pi(self, data: str) -> None:
        del data
        self._note("comment")

    def unknown_decl(self, data: str) -> None:
        del data
        self._note("comment")


def _tidy(text: str, block: list[Part]) -> list[Part]:
    """Return a block whose white space is as a browser shows it: one space, and none at its ends."""
    shown: list[Part] = []
    for part in block:
        if part.instead is not None:
            shown.append(part)
            continue
        at = part.span.start
        for match in _SPACE.finditer(text, *part.span):
            if match[0] != " ":
                shown += [
                    part._replace(span=Span(at, match.start())),
                    Part(Span(*match.span()), " "),
                ]
                at = match.end()
        shown.append(part._replace(span=Span(at, part.span.end)))
    while shown and not _is_visible(text, shown[0]):
        shown.pop(0)
    while shown and not _is_visible(text, shown[-1]):
        shown.pop()
    return shown


def _is_visible(text: str, part: Part) -> bool:
    content = part.span.of(text) if part.instead is None else part.instead
    return bool(content.strip())
