"""The inline markup of reStructuredText."""

import re
from collections.abc import Iterator

from newsfix.formats.flow import flow
from newsfix.formats.parts import OBJECT, Part
from newsfix.span import Span

# Text inside is shown as it is; another role may look its text up somewhere, or compute with it.
_SHOWN = frozenset("emphasis strong sub sup subscript superscript title-reference title t".split())
# Roles of which a title before a target is shown.
_WITH_TITLE = frozenset("ref doc any term numref download pep rfc".split())
_BEFORE = r"(?:(?<=[\s'\"(\[{<\-/:“‘«–—])|(?<![\s\S]))"
_AFTER = r"(?=[\s'\")\]}>\-/\\:.,;!?”’»–—]|\Z)"
_INSIDE = r"(?=\S)(?:\\.|[^\\]){1,600}?(?<=\S)"
_MARKUP = re.compile(
    rf"""(?sx)
    \\(?P<escaped>.)
    | {_BEFORE}``(?P<literal>(?=\S).{{1,600}}?(?<=\S))``{_AFTER}
    | {_BEFORE}(?P<role>(?::[\w.+:-]+:)?)`(?P<text>(?=[^\s`])(?:\\.|[^\\`]){{1,600}}(?<=\S))`
      (?P<after>__?|:[\w.+:-]+:)?{_AFTER}
    | {_BEFORE}\*\*(?P<strong>{_INSIDE})\*\*{_AFTER}
    | {_BEFORE}\*(?P<emphasis>{_INSIDE})\*{_AFTER}
    | {_BEFORE}_`(?P<target>[^`]{{1,600}})`{_AFTER}
    | {_BEFORE}\|(?P<substitution>(?=\S)[^|]{{1,200}}(?<=\S))\|_{{0,2}}{_AFTER}
    | {_BEFORE}(?P<footnote>\[[^\]\s]{{1,80}}\]_){_AFTER}
    | (?<![\w`.+:-])(?P<reference>\w{{1,80}}(?:[-.+:]\w{{1,80}}){{0,8}})__?{_AFTER}
    """
)
_TITLE = re.compile(r"(?s)(.*?)\s*<[^<>]*>\Z")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_LITERAL = re.compile(r"[ \t\n]*(?<=\s)::\Z|(?<=:):\Z|\A::\Z")
# What could become markup where it is put.
_BARRED = "*`|_\\\n"


def inline(text: str, span: Span) -> Iterator[Part]:
    """Yield the parts of a paragraph."""
    content = span.of(text)  # what stands before it in the file is no part of it for a pattern
    marks = [mark for match in _MARKUP.finditer(content) for mark in _marks(match)]
    marks += [Part(Span(*match.span()), " ") for match in _LINE_END.finditer(content)]
    marks += [Part(Span(*match.span()), "") for match in _LITERAL.finditer(content)]
    moved = [
        mark._replace(span=Span(mark.span.start + span.start, mark.span.end + span.start))
        for mark in marks
    ]
    yield from flow(span, moved, _BARRED)


def _marks(match: re.Match[str]) -> Iterator[Part]:
    whole = Span(*match.span())
    kind = match.lastgroup
    if match["escaped"] is not None:
        yield Part(Span(whole.start, whole.start + (1 if match["escaped"].strip() else 2)), "")
    elif match["text"] is not None:
        yield from _interpreted(match)
    elif kind in ("strong", "emphasis"):
        yield from _around(whole, Span(*match.span(kind)))
    elif match["footnote"]:  # the space before it has to stay
        spaced = match.string.startswith(" ", max(0, whole.start - 1), whole.start)
        yield Part(Span(whole.start - spaced, whole.end), "")
    elif kind in ("target", "reference"):  # other places name these words
        yield Part(whole, match[kind])
    else:
        yield Part(whole, OBJECT)


def _interpreted(match: re.Match[str]) -> Iterator[Part]:
    whole, inside = Span(*match.span()), Span(*match.span("text"))
    after = match["after"] or ""
    title = _TITLE.match(match["text"])
    if after.startswith("_") and not match["role"]:
        if title and title[1]:
            yield from _around(whole, Span(inside.start, inside.start + title.end(1)))
        else:  # the text itself says where it leads to
            yield Part(whole, title[0].strip("<>") if title else match["text"])
        return
    role = (match["role"] or after).strip(":").rpartition(":")[2]
    if role in _SHOWN:
        yield from _around(whole, inside)
    elif role in _WITH_TITLE and title and title[1]:
        yield from _around(whole, Span(inside.start, inside.start + title.end(1)))
    elif role:
        yield Part(whole, OBJECT)
    else:
        yield Part(whole, match["text"])


def _around(whole: Span, inside: Span) -> Iterator[Part]:
    yield Part(Span(whole.start, inside.start), "", opens=True)
    yield Part(Span(inside.end, whole.end), "")
