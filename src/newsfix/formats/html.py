"""HTML: the text between the tags, block by block."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple

from newsfix.formats.build import build
from newsfix.formats.embedded import carved, embedded, hidden
from newsfix.formats.parts import OBJECT, Block, Part
from newsfix.formats.prose import Prose
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
# Those of them that end a block.
_APART = frozenset(("pre", "template", "noscript", "iframe"))
# What could become markup where it is put.
_BARRED = "<>&\n"
_SPACE = re.compile(r"\s+")
_UNENDED = re.compile("<[a-zA-Z/!?]")
_TEXTS = frozenset(("text", "entity", "unended"))
# What blocks are for that are in an element, or in one that is inside it.
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "headline"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("ul", "ol", "dl", "li", "dt", "dd", "menu"), "list"),
    **dict.fromkeys(("table", "tr", "td", "th"), "table"),
    "blockquote": "quote",
}


class _Token(NamedTuple):
    """Where something begins, what it is, and the name of a tag."""

    start: int
    kind: str
    name: str = ""


def parse(text: str) -> Prose:
    """Return the prose of an HTML file."""
    found = embedded(text)
    inside = blocks(hidden(text, found), Span(0, len(text)))
    return build(text, (carved(block, text, found) for block in inside))


def blocks(text: str, span: Span) -> Iterator[Block]:
    """Yield the blocks of prose in a stretch of HTML."""
    parts: list[Part] = []
    opened = _Opened(_ROLES)
    for part, tag in _parts(text, span):
        if part is not None:
            parts.append(part)
            continue
        yield Block(_shown(text, parts), _ROLES.get(opened.innermost, ""))
        parts = []
        opened.meet(tag)
    yield Block(_shown(text, parts), _ROLES.get(opened.innermost, ""))


class _Opened:
    """Which elements are open, of those that are looked for."""

    def __init__(self, names: Collection[str]) -> None:
        self._wanted = names
        self._names: list[str] = []
        self._counted: Counter[str] = Counter()

    @property
    def innermost(self) -> str:
        """The name of the last one that was opened, or nothing."""
        return self._names[-1] if self._names else ""

    def meet(self, tag: _Token) -> None:
        """Go into an element, or out of it and of all in it that were never closed."""
        if tag.kind == "start" and tag.name in self._wanted:
            self._names.append(tag.name)
            self._counted[tag.name] += 1
        elif tag.kind == "end":
            while self._counted[tag.name]:
                name = self._names.pop()
                self._counted[name] -= 1
                if name == tag.name:
                    break


def _parts(text: str, span: Span) -> Iterator[tuple[Part | None, _Token]]:
    """Yield the parts of a stretch of HTML in order, and None where a tag ends a block."""
    dropped = _Opened(_DROPPED)
    for token, following in pairwise(_tokens(text, span)):
        part = Part(Span(token.start, following.start), "")
        inside = dropped.innermost
        dropped.meet(token)
        if token.kind == "comment":
            part = part._replace(comment=text.startswith("<!--", token.start))
        elif token.name in _APART or not (inside or token.name in _INLINE or token.kind in _TEXTS):
            yield None, token
            continue
        elif inside or dropped.innermost:
            if inside == "code" and not dropped.innermost:
                part = part._replace(instead=OBJECT)
        elif token.kind == "text":
            part = part._replace(instead=None, barred=_BARRED)
        elif token.kind == "entity":
            part = part._replace(instead=unescape(part.span.of(text)))
        elif token.name == "img":
            part = part._replace(instead=OBJECT)
        yield part._replace(opens=token.kind == "start"), token


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
        # A tag that never ends costs the parser the square of its length.
        tail = _UNENDED.search(text, text.rfind(">") + 1)
        self.feed(text[: tail.start()] if tail else text)
        self.close()
        if tail:
            self.tokens.append(_Token(tail.start(), "unended"))

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


def _shown(text: str, parts: list[Part]) -> list[Part]:
    """Return the parts of a block with white space as a browser shows it: one space."""
    shown: list[Part] = []
    for part in parts:
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
    return shown
