"""From files with markup to the prose in them, with a map back into the file."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType

from newsfix.formats.prose import Prose

__all__ = ["FORMATS", "Prose", "format_of", "parse"]

#: The formats, each with the endings of the files that are in it.
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (".txt", ".text"),
        "markdown": (".md", ".markdown", ".mdown", ".mkd", ".mdx"),
        "html": (".html", ".htm", ".xhtml"),
        "rst": (".rst", ".rest"),
        "asciidoc": (".adoc", ".asciidoc", ".asc"),
    }
)


def format_of(path: str) -> str:
    """Return the format of a file by its name; what has no known ending is plain text.

    >>> format_of("news/2026/vote.MD"), format_of("README")
    ('markdown', 'text')
    """
    ending = PurePath(path).suffix.lower()
    return next((name for name, endings in FORMATS.items() if ending in endings), "text")


def parse(text: str, format: str) -> Prose:  # noqa: A002  # what users call it
    r"""Return the prose of ``text``; ValueError for a format that is not known.

    >>> parse("# News\n\nIt *rained* , he said.", "markdown").text
    'News\n\nIt rained , he said.'
    """
    if format not in FORMATS:
        raise ValueError(f"no format is called {format!r}; there are {', '.join(FORMATS)}")
    parser: Callable[[str], Prose] = import_module(f"newsfix.formats.{format}").parse
    return parser(text)
