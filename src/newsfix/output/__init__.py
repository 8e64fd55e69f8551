"""From reports to text: for people, for programs, for patches."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType

from newsfix.output.colour import Paint
from newsfix.output.result import Result

Format = Callable[[Iterable[Result], Paint], Iterator[str]]


def _lines(module: str, name: str, results: Iterable[Result], paint: Paint) -> Iterator[str]:
    """Import a format when it is asked for, and only then."""
    write: Format = getattr(import_module(f"newsfix.output.{module}"), name)
    return write(results, paint)


#: The formats by their names on the command line.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "concise": partial(_lines, "concise", "concise"),
        "full": partial(_lines, "full", "full"),
        "json": partial(_lines, "json_documents", "json_document"),
        "json-lines": partial(_lines, "json_documents", "json_lines"),
        "sarif": partial(_lines, "sarif", "sarif"),
        "github": partial(_lines, "code_hosts", "github"),
        "gitlab": partial(_lines, "code_hosts", "gitlab"),
        "junit": partial(_lines, "junit", "junit"),
        "rdjson": partial(_lines, "rdjson", "rdjson"),
    }
)
