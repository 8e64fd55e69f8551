"""From files with markup to the prose in them, with a map back into the file."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType

from newsfix.formats.prose import Prose
from newsfix.formats.unread import Unread

__all__ = ["DATA", "FORMATS", "Prose", "Unread", "format_of", "parse"]

#: The formats, each with the endings of the files that are in it.
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (".txt", ".text"),
        "markdown": (".md", ".markdown", ".mdown", ".mkd", ".mdx"),
        "html": (".html", ".htm", ".xhtml"),
        "rst": (".rst", ".rest"),
        "asciidoc": (".adoc", ".asciidoc", ".asc"),
        "json": (".json",),
        "jsonl": (".jsonl", ".ndjson"),
        "yaml": (".yaml", ".yml"),
    }
)
#: The formats of data: only some of the values in them are prose.
DATA = ("json", "jsonl", "yaml")
_WITH_FIELDS = (*DATA, "markdown")


def format_of(path: str) -> str:
    """Return the format of a file by its name; what has no known ending is plain text.

    >>> format_of("news/2026/vote.MD"), format_of("README")
    ('markdown', 'text')
    """
    ending = PurePath(path).suffix.lower()
    return next((name for name, endings in FORMATS.items() if ending in endings), "text")


def parse(
    text: str,
    format: str,  # noqa: A002  # what users call it
    fields: Iterable[str] = (),
) -> Prose:
    r"""Return the prose of ``text``; ValueError for a format that is not known.

    ``fields`` name what is prose in a file of data, and in the front matter of Markdown (see newsfix.formats.fields).

    >>> parse("# News\n\nIt *rained* , he said.", "markdown").text
    'News\n\nIt rained , he said.'
    """
    if format not in FORMATS:
        raise ValueError(f"no format is called {format!r}; there are {', '.join(FORMATS)}")
    parser: Callable[..., Prose] = import_module(f"newsfix.formats.{format}").parse
    return parser(text, fields) if format in _WITH_FIELDS else parser(text)
