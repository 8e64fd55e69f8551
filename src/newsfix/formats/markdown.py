"""Markdown: CommonMark with tables, footnotes, front matter, short-codes, and HTML inside."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from newsfix.formats import html
from newsfix.formats.front_matter import front_matter
from newsfix.formats.offsets import Offsets
from newsfix.formats.prose import OBJECT, Part, Prose, build
from newsfix.span import Span

if TYPE_CHECKING:
    from tree_sitter import Language, Node

_PROSE = frozenset(("inline", "pipe_table_cell"))
_FRONT_MATTER = frozenset(("minus_metadata", "plus_metadata"))
# Inline markup that goes, with what is inside.
_DROPPED = frozenset(
    "link_destination link_title link_label html_tag footnote_reference latex_block"
    " latex_span_delimiter emphasis_delimiter".split()
)
# Inline markup that stays as it is written: rules know these by their shape, and leave them alone.
_LITERAL = frozenset(("uri_autolink", "email_autolink"))
_OBJECTS = frozenset(("code_span", "image"))
_LINKS = frozenset("inline_link full_reference_link collapsed_reference_link shortcut_link".split())
_SHORT_CODE = re.compile(
    r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{.*?\}\}|^(?:import|export)[ ].*$", re.DOTALL
)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\](?::[ \t]*)?")
# What could become markup where it is put.
_BARRED = "<>`*_|\n"
_LINE_END = re.compile(r"(?:[ ]{2,}|\\)?\n[ \t]*")


def parse(text: str) -> Prose:
    """Return the prose of a Markdown file."""
    offsets = Offsets(text)
    blocks: list[list[Part]] = []
    for node in _blocks(_tree(offsets.data, "block")):
        if node.type in _FRONT_MATTER:
            blocks += front_matter(text, offsets.span(node.start_byte, node.end_byte))
        elif node.type == "html_block":
            span = offsets.span(node.start_byte, node.end_byte)
            blocks += html.blocks(text, span)
        else:
            blocks.append(list(_inline(text, offsets, node)))
    return build(text, blocks)


def _blocks(node: "Node") -> Iterator["Node"]:
    """Yield what holds prose, or may, in order."""
    if node.type in _PROSE or node.type in _FRONT_MATTER or node.type == "html_block":
        yield node
        return
    for child in node.children:
        yield from _blocks(child)


def _inline(text: str, offsets: Offsets, node: "Node") -> Iterator[Part]:
    """Yield the parts of a paragraph, a heading or a cell."""
    span = offsets.span(node.start_byte, node.end_byte)
    marks = [
        Part(offsets.span(child.start_byte, child.end_byte), "")
        for child in node.children
        if child.type == "block_continuation"
    ]
    marks += _marked(offsets, _tree(offsets.data, "inline", node))
    marks += [Part(Span(*match.span()), OBJECT) for match in _SHORT_CODE.finditer(text, *span)]
    marks += [Part(Span(*match.span()), "") for match in _FOOTNOTE.finditer(text, *span)]
    marks += [Part(Span(*match.span()), " ") for match in _LINE_END.finditer(text, *span)]
    at = span.start
    for mark in sorted(marks, key=lambda part: (part.span.start, -part.span.end)):
        if mark.span.start < at:
            continue  # inside what is dropped already
        yield Part(Span(at, mark.span.start), barred=_BARRED)
        yield mark
        at = mark.span.end
    yield Part(Span(at, max(at, span.end)), barred=_BARRED)


def _marked(offsets: Offsets, node: "Node") -> Iterator[Part]:
    """Yield the inline markup below ``node``."""
    for child in node.children:
        span = offsets.span(child.start_byte, child.end_byte)
        if child.type in _LITERAL:
            continue
        if child.type in _OBJECTS:
            yield Part(span, OBJECT)
        elif child.type in _DROPPED:
            opens = child.prev_sibling is None or child.type == "html_tag"
            yield Part(span, "", opens=opens)
        elif child.type in ("entity_reference", "numeric_character_reference"):
            yield Part(span, unescape(offsets.data[child.start_byte : child.end_byte].decode()))
        elif child.type == "backslash_escape":
            yield Part(Span(span.start, span.start + 1), "")
        elif child.type in _LINKS:
            yield from _link(offsets, child)
        else:
            yield from _marked(offsets, child)


def _link(offsets: Offsets, node: "Node") -> Iterator[Part]:
    """Yield what stands around the text of a link."""
    inside = next((child for child in node.children if child.type == "link_text"), None)
    if inside is None:
        return
    yield Part(offsets.span(node.start_byte, inside.start_byte), "", opens=True)
    yield from _marked(offsets, inside)
    yield Part(offsets.span(inside.end_byte, node.end_byte), "")


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
