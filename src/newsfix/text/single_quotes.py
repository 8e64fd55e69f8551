"""Words between single quotation marks, as far as they can be told from apostrophes."""

from collections.abc import Iterator

from newsfix.span import Span
from newsfix.text.patterns import Pattern

_LONGEST = 600
_SINGLE = Pattern(
    r"(?<![\w'’‘])(?:‘|'(?=\S))(?!\d0s)"
    r"(?:[^\n‘’']|(?<=\w)['’](?=\w)|(?<=s)['’](?=\s\p{Ll}))"
    rf"{{1,{_LONGEST}}}+['’](?![\w'’])"
)


def single_quoted(raw: str) -> Iterator[Span]:
    """Yield what stands between single marks, without the marks.

    >>> [span.of("He’s ‘sure’ it isn't 'so'.") for span in single_quoted("He’s ‘sure’ it isn't 'so'.")]
    ['sure', 'so']
    """
    if "‘" not in raw and "'" not in raw:
        return
    for match in _SINGLE.finditer(raw):
        yield Span(match.start() + 1, match.end() - 1)
