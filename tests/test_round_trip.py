"""Files as people write them: those that come with the installed packages.

Their documentation, their descriptions, and their docstrings, which are reStructuredText or near it, are
read; words all over the prose are changed; and another parser than ours must see the same structure.
NEWSFIX_ALL_FILES makes the test read all of them and not a sample.
"""

import ast
import os
import re
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from email.parser import HeaderParser
from functools import cache
from html.parser import HTMLParser
from inspect import cleandoc
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
import tree_sitter_markdown
from docutils import nodes
from docutils.core import publish_doctree
from tree_sitter import Language, Node, Parser

from newsfix.document import Document
from newsfix.formats import format_of, parse

if TYPE_CHECKING:
    from newsfix.span import Span

_SITE = Path(sysconfig.get_paths()["purelib"])
_ALL = "NEWSFIX_ALL_FILES" in os.environ
_SAMPLE = 25  # of each format, in the order of a number that their names make
_LONGEST = 20_000  # characters, in a sample
# Words that are no part of an address or a path: rules leave those alone.
_WORD = re.compile(r"(?<![^\s(“\"])[a-z]{4,}(?![^\s.,;:!?)”\"]|[.:/]\S)")


def _texts() -> Iterator[tuple[str, str, str]]:
    """Yield the name, the format and the text of each file."""
    for path in sorted(_SITE.rglob("*")):
        name = str(path.relative_to(_SITE))
        if path.suffix == ".py":
            yield from _docstrings(name, path)
        elif path.name == "METADATA":
            message = HeaderParser().parsestr(path.read_text("utf-8"))
            kind = message.get("Description-Content-Type", "text/x-rst")
            yield name, "markdown" if "markdown" in kind else "rst", str(message.get_payload())
        elif format_of(name) != "text":
            yield name, format_of(name), path.read_text("utf-8", "replace")


def _docstrings(name: str, path: Path) -> Iterator[tuple[str, str, str]]:
    if _shuffled(name) % (20 if _ALL else 400):
        return
    tree = ast.parse(path.read_text("utf-8", "replace"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            if docstring and len(docstring) > 400:
                yield f"{name}:{getattr(node, 'name', '')}", "rst", cleandoc(docstring)


def _shuffled(name: str) -> int:
    """Return a number that is the same in every run, and says nothing of the place of a file."""
    return sum(ord(one) * pow(31, at, 9973) for at, one in enumerate(name)) % 9973


def _markdown(text: str) -> list[str]:
    """Return the kinds of blocks in a text."""
    found = []
    waiting: list[Node] = [
        Parser(Language(tree_sitter_markdown.language())).parse(text.encode()).root_node
    ]
    while waiting:
        node = waiting.pop()
        found.append(node.type)
        waiting += node.children
    return found


def _rst(text: str) -> list[str]:
    quiet = {
        "report_level": 5,
        "halt_level": 5,
        "file_insertion_enabled": False,
        "raw_enabled": False,
    }
    tree = publish_doctree(text, settings_overrides=quiet)
    for message in list(tree.findall(nodes.system_message)):  # two titles alike, for one
        message.parent.remove(message)
    return [node.tagname for node in tree.findall() if node.tagname != "#text"]


class _Events(HTMLParser):
    """Notes the tags and comments of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)


def _html(text: str) -> list[object]:
    events = _Events()
    events.feed(text)
    events.close()
    return events.found


_STRUCTURE: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"markdown": _markdown, "rst": _rst, "html": _html}
)


@cache
def _files() -> tuple[tuple[str, str, str], ...]:
    return tuple(_texts())


def _sample(name: str) -> list[tuple[str, str]]:
    found = [(_shuffled(path), path, text) for path, kind, text in _files() if kind == name]
    if not _ALL:
        found = [one for one in sorted(found) if len(one[2]) < _LONGEST][:_SAMPLE]
    return [(path, text.replace("\r\n", "\n").replace("\r", "\n")) for _, path, text in found]


@pytest.mark.parametrize("name", sorted(_STRUCTURE))
def test_files_keep_their_structure_when_their_words_change(name: str) -> None:
    sample = _sample(name)
    assert sample
    wrong = []
    changed = 0
    for path, text in sample:
        prose = parse(text, name)
        assert "".join(piece.prose.of(prose.text) for piece in prose.pieces) == prose.text
        edits: list[tuple[Span, str]] = []
        for match in islice(_WORD.finditer(prose.text), None, None, 3):
            word = match[0][1:] + match[0][0]
            edits += prose.edits(match.span(), word) if word != match[0] else ()
        edited = Document(text).apply(edits).text
        changed += len(edits)
        if _STRUCTURE[name](edited) != _STRUCTURE[name](text):
            wrong.append(path)
    assert not wrong
    assert changed > 10
