"""The values of a page's front matter that people read: its title, its description."""

import re
from collections.abc import Iterator

from newsfix.formats.fields import FIELDS
from newsfix.formats.parts import Block, Part
from newsfix.span import Span

_FIELD = re.compile(
    rf"^(?P<key>{'|'.join(FIELDS)})[ \t]*[:=][ \t]*"
    r"(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s\"'|>&*!%@`\[{#\n][^\n#]*?))[ \t]*$",
    re.MULTILINE,
)
_JSON_FIELD = re.compile(
    rf'^[ \t]*"(?P<key>{"|".join(FIELDS)})"[ \t]*:[ \t]*"(?P<double>[^"\\\n]*)"(?P<single>)(?P<bare>)',
    re.MULTILINE,
)
_JSON = re.compile(r"\A\{[ \t]*\n(?:.*\n)*?\}[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
# What would end the value, or change its meaning, by the way in which it is quoted.
_BARRED = {"double": '"\\\n', "single": "'\n", "bare": ":#\"'\n"}


def front_matter(text: str, span: Span) -> Iterator[Block]:
    r"""Yield a block for each field of prose in the front matter at ``span`` (YAML, TOML, JSON), and its comments.

    >>> page = '---\ntitle: "It rained , again"\ntags: [a]\n---\n'
    >>> [part.span.of(page) for block in front_matter(page, Span(0, 40)) for part in block.parts]
    ['It rained , again']
    """
    for match in _COMMENT.finditer(text, span.start, span.end):
        yield Block([Part(Span(*match.span()), "", comment=True)])
    pattern = _JSON_FIELD if text.startswith("{", span.start) else _FIELD
    for match in pattern.finditer(text, span.start, span.end):
        for quoting, barred in _BARRED.items():
            if match[quoting]:
                part = Part(Span(*match.span(quoting)), barred=barred)
                yield Block([part], FIELDS[match["key"]])


def json_front_matter(text: str) -> Span:
    """Return where a page begins with a JSON object, whose braces stand on lines of their own, if it does."""
    match = _JSON.match(text)
    return Span(0, match.end() if match else 0)
