"""JSON Lines: a text of JSON on each line."""

import re
from collections.abc import Iterable

from newsfix.formats.json import of_texts
from newsfix.formats.prose import Prose
from newsfix.span import Span

_LINE = re.compile(r"[^\n]*[^\s\ufeff][^\n]*")


def parse(text: str, fields: Iterable[str] = ()) -> Prose:
    r"""Return the prose of a file of JSON Lines; lines that are no JSON have none.

    >>> prose = parse('{"text": "One."}\n{"text": "Two."\n{"text": "Three."}\n')
    >>> prose.text, [str(part) for part in prose.unread]
    ('One.\n\nThree.', ["line 2: is no JSON: expecting ',' delimiter (column 16)"])
    """
    return of_texts(text, (Span(*match.span()) for match in _LINE.finditer(text)), fields)
