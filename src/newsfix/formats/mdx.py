"""The statements of a program that stand in MDX: imports and exports, up to an empty line."""

import re
from collections.abc import Iterable

from newsfix.formats.embedded import Embedded
from newsfix.span import Span

# What a paragraph of prose cannot begin with, and the lines behind it; a fence ends the program too.
_MODULE = re.compile(
    r"^(?:import\s+(?:[\w$*{][^'\"\n]*\sfrom\s+)?['\"]"
    r"|export\s+(?:(?:default|const|let|var|async|function|class)\s|[{*]))"
    r".*(?:\n(?![ \t]*(?:\n|```|~~~)).+)*",
    re.MULTILINE,
)


def with_modules(text: str, found: Iterable[Embedded]) -> tuple[Embedded, ...]:
    r"""Return what was ``found`` with the statements in ``text``, in order and without overlap.

    >>> [one.span for one in with_modules('import A from "a"\nexport const b = 1\n\nImports rose.', ())]
    [Span(start=0, end=36)]
    """
    modules = [Embedded(Span(*match.span()), is_comment=False) for match in _MODULE.finditer(text)]
    if not modules:
        return tuple(found)
    apart: list[Embedded] = []
    for one in sorted([*modules, *found]):
        if not apart or apart[-1].span.end <= one.span.start:
            apart.append(one)
    return tuple(apart)
