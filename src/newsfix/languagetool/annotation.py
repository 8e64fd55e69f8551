"""A text as LanguageTool takes it, and positions as it gives them."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator

#: Stands in the prose of a file for code, a picture, a short-code; see newsfix.formats.prose.
OBJECT = "ª"
# What the server reads in place of an object: a noun that agrees with most of what stands around it.
_READ_AS = "it"
_LAST_OF_BMP = "\uffff"


def annotated(text: str) -> str:
    """Return ``text`` as the ``data`` of a request: what is no prose is marked as markup.

    >>> annotated("Run ª.")
    '{"annotation": [{"text": "Run "}, {"markup": "ª", "interpretAs": "it"}, {"text": "."}]}'
    """
    return json.dumps({"annotation": list(_parts(text))}, ensure_ascii=False)


def _parts(text: str) -> Iterator[dict[str, str]]:
    for at, part in enumerate(text.split(OBJECT)):
        if at:
            yield {"markup": OBJECT, "interpretAs": _READ_AS}
        if part:
            yield {"text": part}


def code_points(text: str) -> Callable[[int], int]:
    """Return the function from an offset in UTF-16 units of ``text`` to one in code points.

    An offset inside a character of two units means the character.

    >>> [code_points("a😀b")(offset) for offset in (0, 1, 2, 3, 4)]
    [0, 1, 1, 2, 3]
    """
    if not text or max(text) <= _LAST_OF_BMP:
        return lambda offset: offset
    wide = [at for at, character in enumerate(text) if character > _LAST_OF_BMP]
    # Where the second unit of each of them stands.
    seconds = [at + before + 1 for before, at in enumerate(wide)]
    return lambda offset: offset - bisect_left(seconds, offset + 1)
