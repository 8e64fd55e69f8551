"""AsciiDoc: paragraphs, titles, lists, cells, and what is in blocks that hold prose."""

import re
from collections.abc import Iterator

from newsfix.formats.asciidoc_inline import inline
from newsfix.formats.build import build
from newsfix.formats.fields import FIELDS
from newsfix.formats.flow import Line, lines_of
from newsfix.formats.parts import Block, Part
from newsfix.formats.prose import Prose
from newsfix.span import Span

# Blocks whose lines are no prose, and those whose lines are; both end with the line that began them.
_VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}.*)\Z")
_HOLDING = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)\Z")
_TABLE = re.compile(r"[|!,:]={3,}\Z")
_BREAK = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*|\+)\Z")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?=\s|\Z)")
_FIELD = re.compile(r":([\w-]+):\s+")
_STYLE = re.compile(r"\[(.*)\]\Z")
_NO_PROSE = re.compile(
    r"(?:source|listing|literal|stem|latexmath|asciimath|pass|plantuml|mermaid|ditaa|graphviz|comment|,)\b|,"
)
_MACRO = re.compile(r"[a-z]\w*::\S*\[.*\]\Z")
_HEADING = re.compile(r"(?:={1,6}|#{1,6})\s+(?=\S)")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(
    r"(?:\*{1,6}|-|\.{1,6}|\d{1,9}\.|[A-Za-z][.)]|[ivxIVX]{1,9}\)|<(?:\d+|\.)>)\s+(?:\[[ x*]\]\s+)?(?=\S)"
)
_TERM = re.compile(r"(?P<term>\S.{0,300}?)(?::{2,4}|;;)(?:\s+|\Z)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+")
_CELL = re.compile(
    r"(?:^|(?<=\s))(?:\d+\*|(?:\d+|\d*\.\d+)\+)?(?:[<^>]?(?:\.[<^>])?)(?P<style>[adehlmsv]?)\||(?<!\\)\|"
)
_UNDERLINE = re.compile(r"([=~^+-])\1+\Z")
_MARKS = (_VERBATIM, _HOLDING, _TABLE, _BREAK, _STYLE, _ITEM)


def parse(text: str) -> Prose:
    """Return the prose of an AsciiDoc file; what is signed, and has the same ending, has none."""
    return build(text, () if text.startswith("-----BEGIN ") else _Reader(text).blocks())


class _Reader:
    """Goes through the lines of a file once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = lines_of(text)
        self._at = 0
        self._style = ""  # what the line before the block says of it
        self._opened: list[tuple[str, str]] = []  # the lines that opened blocks, and their roles
        self._in_list = False

    @property
    def _line(self) -> Line:
        return self._lines[self._at]

    def _next(self, ahead: int = 1) -> str:
        at = self._at + ahead
        return self._lines[at].text if at < len(self._lines) else ""

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of prose, in order."""
        yield from self._header()
        while self._at < len(self._lines):
            begin = self._at
            line = self._line
            if not line.text:
                self._at += 1
                continue
            style = self._style
            yield from self._element(line)
            if self._style == style:  # it was said of what came now
                self._style = ""
            assert self._at > begin

    def _header(self) -> Iterator[Block]:
        """Yield the title of the document; its author and revision stand in the next lines."""
        while self._at < len(self._lines):
            line = self._line
            if _HEADING.match(line.text) and not line.indent:
                yield self._heading()
                while self._at < len(self._lines) and self._line.text:
                    if self._line.text.startswith(":"):
                        yield from self._attribute()
                    elif self._line.text.startswith("//"):
                        yield self._comment()
                    else:
                        self._at += 1
                return
            if line.text.startswith(":"):
                yield from self._attribute()
            elif line.text.startswith("//") and not _VERBATIM.match(line.text):
                yield self._comment()
            elif line.text:
                return
            else:
                self._at += 1

    def _element(self, line: Line) -> Iterator[Block]:
        text = line.text
        if _VERBATIM.match(text):
            yield from self._verbatim()
        elif text.startswith("//"):
            yield self._comment()
        elif _TABLE.match(text):
            yield from self._table()
        elif _HOLDING.match(text):
            self._enclosed()
        elif _BREAK.match(text) or _MACRO.match(text):
            self._in_list = self._in_list and text == "+"
            self._at += 1
        elif _ATTRIBUTE.match(text):
            yield from self._attribute()
        elif style := _STYLE.match(text):
            self._style = style[1] or "%"
            self._at += 1
        elif _HEADING.match(text) and not line.indent:
            yield self._heading()
        elif caption := _CAPTION.match(text):
            yield self._block([line.after(caption.end())], "caption")
            self._at += 1
        elif (line.indent and not _ITEM.match(text)) or _NO_PROSE.match(self._style):
            self._past_text()
        else:
            yield from self._text_block(line)

    def _text_block(self, line: Line) -> Iterator[Block]:
        """Yield a paragraph, an item of a list, or a title with a line under it."""
        under = _UNDERLINE.match(self._next())
        if under and abs(len(under[0]) - len(line.text)) < 2 and len(line.text) > 1:
            yield self._block([line], "headline")
            self._at += 2
            return
        marker = _ITEM.match(line.text)
        term = None if marker else _TERM.match(line.text)
        begin = self._at
        self._past_text()
        lines = self._lines[begin : self._at]
        role = self._opened[-1][1] if self._opened else ""
        if term is not None:
            yield self._block([line._replace(text=line.text[: term.end("term")])], "list")
            lines = (
                [line.after(term.end()), *lines[1:]] if term.end() < len(line.text) else lines[1:]
            )
        elif marker is not None:
            lines = [line.after(marker.end()), *lines[1:]]
        elif admonition := _ADMONITION.match(line.text):
            lines = [line.after(admonition.end()), *lines[1:]]
        elif self._style.startswith(("quote", "verse")):
            role = "quote"
        is_item = marker is not None or term is not None
        plain = not (is_item or self._in_list or self._opened or self._style or lines[0] != line)
        self._in_list = is_item or (self._in_list and bool(line.indent))
        if lines:
            yield self._block(lines, "list" if is_item else role, plain=plain)

    def _past_text(self) -> None:
        """Go on to the end of a paragraph: a blank line, or one that begins something else."""
        self._at += 1
        while self._at < len(self._lines) and self._line.text:
            text = self._line.text
            if any(mark.match(text) for mark in _MARKS) or text.startswith("//"):
                return
            if self._in_list and _TERM.match(text):
                return
            self._at += 1

    def _block(self, lines: list[Line], role: str, *, plain: bool = False) -> Block:
        span = Span(lines[0].start, lines[-1].end)
        return Block(list(inline(self._text, span)), role, plain)

    def _heading(self) -> Block:
        line = self._line
        marker = _HEADING.match(line.text)
        assert marker is not None
        self._at += 1
        self._in_list = False
        return self._block([line.after(marker.end())], "headline")

    def _attribute(self) -> Iterator[Block]:
        """Yield the value of an attribute that is prose, if it is on one line."""
        line = self._line
        field = _FIELD.match(line.text)
        goes_on = line.text.endswith("\\")
        if field and field[1] in FIELDS and not goes_on:
            yield self._block([line.after(field.end())], FIELDS[field[1]])
        self._at += 1
        while goes_on and self._at < len(self._lines):
            goes_on = self._line.text.endswith("\\")
            self._at += 1

    def _comment(self) -> Block:
        line = self._line
        self._at += 1
        return Block([Part(Span(line.start, line.end), "", comment=True)])

    def _verbatim(self) -> Iterator[Block]:
        first = self._line
        closing = "```" if first.text.startswith("```") else first.text
        self._at += 1
        while self._at < len(self._lines) and self._line.text != closing:
            self._at += 1
        last = self._lines[min(self._at, len(self._lines) - 1)]
        self._at += 1
        if first.text.startswith("/"):
            yield Block([Part(Span(first.start, last.end), "", comment=True)])

    def _enclosed(self) -> None:
        """Go into a block that holds others, or out of it."""
        text = self._line.text
        if _NO_PROSE.match(self._style):
            self._at += 1
            while self._at < len(self._lines) and self._line.text != text:
                self._at += 1
        elif self._opened and self._opened[-1][0] == text:
            self._opened.pop()
        else:
            is_quote = text[0] == "_" or self._style.startswith("quote")
            outer = self._opened[-1][1] if self._opened else ""
            self._opened.append((text, "quote" if is_quote else outer))
        self._at += 1

    def _table(self) -> Iterator[Block]:
        frame = self._line.text
        is_prose = frame[0] == "|" and "format=" not in self._style
        self._at += 1
        cell: list[Line] = []
        while self._at < len(self._lines) and self._line.text != frame:
            line = self._line
            self._at += 1
            if not is_prose:
                continue
            at = 0
            for divider in _CELL.finditer(line.text):
                cell += [_cut(line, at, divider.start())]
                yield from self._cell(cell)
                cell = []
                at = divider.end()
            cell.append(_cut(line, at, len(line.text)))
        yield from self._cell(cell)
        self._at += 1

    def _cell(self, lines: list[Line]) -> Iterator[Block]:
        for line in lines:  # each line by itself: a cell may hold anything
            if line.text and not any(mark.match(line.text) for mark in (*_MARKS[:4], _MACRO)):
                yield self._block([line], "table")


def _cut(line: Line, start: int, end: int) -> Line:
    """Return a part of a line without the space around it."""
    part = line.text[start:end]
    begin = start + len(part) - len(part.lstrip())
    return Line(line.start + begin, part.strip(), line.indent + begin)
