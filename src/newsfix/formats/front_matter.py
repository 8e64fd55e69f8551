"""The values of a page's front matter that people read: its title, its description."""

import re
from collections.abc import Iterable, Iterator

from newsfix.formats.fields import FIELDS, Fields, Value, blocks
from newsfix.formats.parts import Block, Part
from newsfix.span import Span

_JSON = re.compile(r"\A\{[ \t]*\n(?:.*\n)*?\}[ \t]*(?:\n|\Z)")
_FENCES = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*\n(?P<inside>(?:.*\n)*?)(?P=mark)[ \t]*\n?\Z")
_TOML_FIELD = re.compile(
    r"^(?P<key>[\w-]+)[ \t]*=[ \t]*(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)')[ \t]*(?:#.*)?$",
    re.MULTILINE,
)
_TOML_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
# What would end a value of TOML, by the way in which it is quoted.
_BARRED = {"double": '"\\\n', "single": "'\n"}


def front_matter(text: str, span: Span, fields: Iterable[str] = ()) -> Iterator[Block]:
    r"""Yield a block for each field of prose in the front matter at ``span`` (YAML, TOML, JSON), and its comments.

    These are titles, summaries and the like, and ``fields``, as in files of data; in TOML only keys are
    compared, not paths. What is broken has none.

    >>> page = '---\ntitle: "It rained , again"\nseo:\n  summary: >\n    Rain\n    again\ntags: [a]\n---\n'
    >>> [[part.content(page) for part in block.parts] for block in front_matter(page, Span(0, len(page)))]
    [['It rained , again'], ['Rain', ' ', 'again']]
    """
    names = (*FIELDS, *fields)
    if text.startswith("{", span.start):
        from newsfix.formats.json import values_of

        yield from _of_page(values_of(text, span, Fields(names)))
        return
    fenced = _FENCES.match(text, *span)
    if fenced is None:
        return
    inside = Span(*fenced.span("inside"))
    if fenced["mark"] == "+++":
        yield from _of_toml(text, inside, frozenset(names))
        return
    from newsfix.formats.yaml import read  # slow to import

    values, comments = read(text, inside, Fields(names))
    yield from _in_order([*_of_page(values), *(_comment(one) for one in comments)])


def _of_toml(text: str, span: Span, names: frozenset[str]) -> Iterator[Block]:
    found = [_comment(Span(*match.span())) for match in _TOML_COMMENT.finditer(text, *span)]
    for match in _TOML_FIELD.finditer(text, *span):
        for quoting, barred in _BARRED.items():
            if match[quoting] and match["key"] in names:
                part = Part(Span(*match.span(quoting)), barred=barred)
                found.append(Block([part], FIELDS.get(match["key"], "")))
    yield from _in_order(found)


def _of_page(values: Iterable[Value]) -> list[Block]:
    return [block._replace(record=None) for block in blocks(values)]  # the page is one text


def _comment(span: Span) -> Block:
    return Block([Part(span, "", comment=True)])


def _in_order(found: list[Block]) -> list[Block]:
    return sorted(found, key=lambda block: block.parts[0].span)


def json_front_matter(text: str) -> Span:
    """Return where a page begins with a JSON object, whose braces stand on lines of their own, if it does."""
    match = _JSON.match(text)
    return Span(0, match.end() if match else 0)
