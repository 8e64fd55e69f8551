"""Markdown: CommonMark with tables, footnotes, front matter, short-codes, and HTML inside."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsfix.formats import html
from newsfix.formats.build import build
from newsfix.formats.embedded import carved, embedded, hidden
from newsfix.formats.flow import flow
from newsfix.formats.front_matter import front_matter, json_front_matter
from newsfix.formats.mdx import with_modules
from newsfix.formats.offsets import Offsets
from newsfix.formats.parts import OBJECT, Block, Part
from newsfix.formats.prose import Prose
from newsfix.span import Span

if TYPE_CHECKING:
    from tree_sitter import Language, Node

_PROSE = frozenset(("inline", "pipe_table_cell"))
_FRONT_MATTER = frozenset(("minus_metadata", "plus_metadata"))
# Inline markup that goes, with what is inside.
_DROPPED = frozenset(
    "link_destination link_title link_label footnote_reference emphasis_delimiter".split()
)
# Inline markup that stays as it is written: rules know these by their shape, and leave them alone.
_LITERAL = frozenset(("uri_autolink", "email_autolink"))
_OBJECTS = frozenset(("code_span", "image"))
_ENTITIES = frozenset(("entity_reference", "numeric_character_reference"))
_LEAVES = frozenset(
    (*_DROPPED, *_LITERAL, *_OBJECTS, *_ENTITIES, "html_tag", "latex_block", "backslash_escape")
)
_LINKS = frozenset(("inline_link", "full_reference_link"))
# Links whose text is the name of what they lead to: where nothing has that name, there is no link.
_NAMED = frozenset(("collapsed_reference_link", "shortcut_link"))
_LABEL = re.compile(r"^[ >]{0,20}\[((?:\\.|[^\[\]\\]){1,999})\]:", re.MULTILINE)
# Formulas are not as in “$5 or $10”.
_MATH = re.compile(r"\$\$|\$[^\s$](?:[^$]*[^\s$])?\$(?!\d)")
# An expression, or the attributes of what is before.
_BRACES = re.compile(r"\{(?P<attributes>[:#.])?[^{}\n]*\}")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]")
_FOOTNOTE_TEXT = re.compile(r"^\[\^[^\]\n]+\]:(?=[ \t])", re.MULTILINE)
# What could become markup where it is put.
_BARRED = "<>`*_|\n"
_LINE_END = re.compile(r"(?:[ ]{2,}|\\)?\n[ \t]*")
# What the elements of a page are for.
_ROLES = {
    "atx_heading": "headline",
    "setext_heading": "headline",
    "list_item": "list",
    "block_quote": "quote",
    "pipe_table": "table",
}
_OUTER = frozenset(("document", "section", "paragraph"))


def parse(text: str, fields: Iterable[str] = ()) -> Prose:
    """Return the prose of a Markdown file; ``fields`` say what of its front matter is prose."""
    named = tuple(fields)
    found = with_modules(text, embedded(text))
    masked = hidden(text, found)
    head = json_front_matter(masked)
    blank = re.sub(r"[^\n]", " ", head.of(masked))
    offsets = Offsets(_FOOTNOTE_TEXT.sub(_as_item, blank + masked[head.end :]))
    labels = frozenset(_normal(match[1]) for match in _LABEL.finditer(masked))
    inside = (
        block
        for element in _elements(_tree(offsets.data, "block"))
        for block in _blocks(masked, offsets, labels, element, named)
    )
    everything = chain(front_matter(masked, head, named), inside)
    return build(text, (carved(block, text, found) for block in everything))


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()


def _as_item(marker: re.Match[str]) -> str:
    """Return what stands for the marker of a footnote: the grammar knows none, but lists are like them."""
    return "- " + "x" * (len(marker[0]) - 2)


class _Element(NamedTuple):
    """What holds prose, or may; what it is for; whether it stands by itself."""

    node: "Node"
    role: str = ""
    plain: bool = True


def _elements(root: "Node") -> Iterator[_Element]:
    """Yield what holds prose, or may, in order."""
    waiting = [_Element(root)]
    while waiting:
        node, role, plain = waiting.pop()
        if node.type in _PROSE or node.type in _FRONT_MATTER or node.type == "html_block":
            yield _Element(node, role, plain)
            continue
        role = _ROLES.get(node.type, role)
        plain = plain and node.type in _OUTER
        waiting += [_Element(child, role, plain) for child in reversed(node.children)]


def _blocks(
    text: str, offsets: Offsets, labels: frozenset[str], element: _Element, fields: tuple[str, ...]
) -> Iterator[Block]:
    node = element.node
    span = offsets.span(node.start_byte, node.end_byte)
    if node.type in _FRONT_MATTER:
        yield from front_matter(text, span, fields)
    elif node.type == "html_block":
        yield from html.blocks(text, span)
    elif marker := _FOOTNOTE_TEXT.match(text, max(0, span.start - 2)):
        yield Block(list(_inline(text, offsets, labels, node, marker.end())))
    else:
        parts = list(_inline(text, offsets, labels, node))
        yield Block(parts, element.role, element.plain)


def _inline(
    text: str, offsets: Offsets, labels: frozenset[str], node: "Node", begin: int = 0
) -> Iterator[Part]:
    """Yield the parts of a paragraph, a heading or a cell."""
    span = offsets.span(node.start_byte, node.end_byte)
    marks = [
        Part(offsets.span(child.start_byte, child.end_byte), "")
        for child in node.children
        if child.type == "block_continuation"
    ]
    marks += _marked(text, offsets, labels, _tree(offsets.data, "inline", node))
    marks += [
        Part(Span(*match.span()), "" if match["attributes"] else OBJECT)
        for match in _BRACES.finditer(text, *span)
    ]
    marks += [Part(Span(*match.span()), "") for match in _FOOTNOTE.finditer(text, *span)]
    marks += [Part(Span(*match.span()), " ") for match in _LINE_END.finditer(text, *span)]
    yield from flow(Span(max(begin, span.start), span.end), marks, _BARRED)


def _marked(text: str, offsets: Offsets, labels: frozenset[str], node: "Node") -> Iterator[Part]:
    """Yield the inline markup below ``node``, in any order."""
    waiting = list(node.children)
    while waiting:
        child = waiting.pop()
        if child.type in _LINKS or child.type in _NAMED:
            inside = next((one for one in child.children if one.type == "link_text"), None)
            if inside is None:
                continue
            shown = offsets.span(inside.start_byte, inside.end_byte)
            leads = child.type in _LINKS or _normal(shown.of(text)) in labels
            if leads:
                around = offsets.span(child.start_byte, child.end_byte)
                yield Part(Span(around.start, shown.start), "", opens=True)
                yield Part(Span(shown.end, around.end), "")
            if leads and child.type in _NAMED:
                yield Part(shown, " ".join(shown.of(text).split()))
            else:
                waiting += inside.children
        elif child.type in _LEAVES:
            yield from _leaf(text, offsets, child)
        else:
            waiting += child.children


def _leaf(text: str, offsets: Offsets, node: "Node") -> Iterator[Part]:
    """Yield what stands for inline markup that has no prose in it, or nothing where it is shown."""
    span = offsets.span(node.start_byte, node.end_byte)
    if node.type in _OBJECTS or (node.type == "latex_block" and _MATH.match(text, span.start)):
        yield Part(span, OBJECT)
    elif node.type == "html_tag":
        comment = text.startswith("<!--", span.start)
        yield Part(span, "", opens=not comment, comment=comment)
    elif node.type in _DROPPED:
        yield Part(span, "", opens=node.prev_sibling is None)
    elif node.type in _ENTITIES:
        yield Part(span, unescape(span.of(text)))
    elif node.type == "backslash_escape":
        yield Part(Span(span.start, span.start + 1), "")


def _tree(data: bytes, grammar: str, node: "Node | None" = None) -> "Node":
    """Parse all of ``data``, or what ``node`` covers of it."""
    from tree_sitter import Parser, Range

    parser = Parser(_language(grammar))
    if node is not None:
        parser.included_ranges = [
            Range(node.start_point, node.end_point, node.start_byte, node.end_byte)
        ]
    return parser.parse(data).root_node


@cache
def _language(grammar: str) -> "Language":
    import tree_sitter_markdown
    from tree_sitter import Language

    inline = grammar == "inline"
    return Language(
        tree_sitter_markdown.inline_language() if inline else tree_sitter_markdown.language()
    )
