"""From reports to text: for people, for programs, for patches."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from newsfix.output.colour import Paint
from newsfix.output.concise import concise
from newsfix.output.full import full
from newsfix.output.json_documents import json_document, json_lines
from newsfix.output.result import Result

#: The formats by their names on the command line.
FORMATS: Mapping[str, Callable[[Iterable[Result], Paint], Iterator[str]]] = MappingProxyType(
    {"concise": concise, "full": full, "json": json_document, "json-lines": json_lines}
)
