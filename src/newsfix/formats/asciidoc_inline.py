"""The inline markup of AsciiDoc."""

import re
from collections.abc import Iterator
from html import unescape

from newsfix.formats.flow import flow
from newsfix.formats.parts import OBJECT, Part
from newsfix.span import Span

_INSIDE = r"(?=\S)(?:(?!\n\n).){1,600}?(?<=\S)"
_MARKUP = re.compile(
    rf"""(?sx)
    (?P<object>
        \+\+\+.{{1,600}}?\+\+\+ | \+\+(?=\S).{{1,600}}?\+\+ | (?<!\w)\+(?=\S)[^+\n]{{1,300}}(?<=\S)\+(?!\w)
      | \b(?:pass|stem|latexmath|asciimath|image|icon|kbd|btn|menu|anchor|indexterm2?|toc):[^\s\[:]{{0,300}}\[[^\]]{{0,600}}\]
      | ``{_INSIDE}`` | (?<![\w`"'])`{_INSIDE}`(?![\w`"'])
      | \{{[\w:.-]{{1,100}}\}}
    )
    | (?P<dropped>
        \[\[[^\]\n]{{1,200}}\]\] | \(\(\([^)]{{1,300}}\)\)\) | \bfootnote(?:ref)?:[^\s\[]{{0,100}}\[[^\]]{{0,600}}\]
      | [ ]\+(?=\n)
    )
    | (?P<entity>&(?:\#\d{{1,7}}|\#x[\da-fA-F]{{1,6}}|\w{{2,30}});)
    | "`(?P<double>{_INSIDE})`" | '`(?P<single>{_INSIDE})`'
    | (?:\b(?:link|xref|mailto):[^\s\[]{{1,600}}|\b(?:https?|ftp|irc)://[^\s\[<>]{{1,600}})
      \[(?P<link>[^\]]{{0,600}})\]
    | <<[^,<>]{{1,200}}(?:,[ ]?(?P<reference>[^<>]{{1,300}}))?>>
    | (?:\[[^\]\n]{{1,100}}\])?\*\*(?P<bold2>{_INSIDE})\*\*
    | (?:\[[^\]\n]{{1,100}}\])?(?<![\w*\\])\*(?P<bold>{_INSIDE})\*(?![\w*])
    | (?:\[[^\]\n]{{1,100}}\])?__(?P<italic2>{_INSIDE})__
    | (?:\[[^\]\n]{{1,100}}\])?(?<![\w_\\])_(?P<italic>{_INSIDE})_(?![\w_])
    | (?:\[[^\]\n]{{1,100}}\])?\#\#(?P<mark2>{_INSIDE})\#\#
    | (?:\[[^\]\n]{{1,100}}\])?(?<![\w\#\\&])\#(?P<mark>{_INSIDE})\#(?![\w\#])
    | (?<!\\)[\^](?P<super>\S{{1,80}}?)[\^] | (?<!\\)~(?P<sub>\S{{1,80}}?)~
    """
)
_ESCAPE = re.compile(r"\\(?=[*_`#+{\[<&^~]|https?:|link:)")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_MARKS = {"double": ("“", "”"), "single": ("‘", "’")}
# What could become markup where it is put.
_BARRED = "*_`#+|<>{}[]^~&\n"


def inline(text: str, span: Span) -> Iterator[Part]:
    """Yield the parts of a paragraph."""
    content = span.of(text)
    marks = [Part(Span(*match.span()), " ") for match in _LINE_END.finditer(content)]
    marks += [Part(Span(*match.span()), "") for match in _ESCAPE.finditer(content)]
    waiting = [Span(0, len(content))]
    while waiting:
        for match in _MARKUP.finditer(content, *waiting.pop()):
            inside = _inside(match)
            marks += _marks(match, inside)
            if inside is not None:
                waiting.append(inside)
    moved = [
        mark._replace(span=Span(mark.span.start + span.start, mark.span.end + span.start))
        for mark in marks
    ]
    yield from flow(span, moved, _BARRED)


def _inside(match: re.Match[str]) -> Span | None:
    """Return the text that the markup is around, if it is around text."""
    kind = match.lastgroup
    if kind is None or kind in ("object", "dropped", "entity"):
        return None
    start, end = match.span(kind)
    if kind == "link":  # attributes may follow, and a mark for a new window
        words = re.match(r"[^\"=]*?(?=\^?(?:,[\w-]+=.*)?\Z)", match[kind])
        end = start + (words.end() if words else 0)
    return Span(start, end) if end > start else None


def _marks(match: re.Match[str], inside: Span | None) -> Iterator[Part]:
    whole, kind = Span(*match.span()), match.lastgroup
    if kind == "dropped":
        yield Part(whole, "")
    elif kind == "entity":
        yield Part(whole, unescape(match[0]))
    elif inside is None:
        yield Part(whole, OBJECT)
    else:
        before, after = _MARKS.get(kind or "", ("", ""))
        yield Part(Span(whole.start, inside.start), before, opens=True)
        yield Part(Span(inside.end, whole.end), after)
