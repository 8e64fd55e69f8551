"""The blocks of a page: where each paragraph is, and what it is for."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.page_lines import Page
from newsfix.text.role import Role
from newsfix.text.roles import role_of


class Block(NamedTuple):
    """A paragraph, or a line that stands for one, and its role."""

    span: Span
    role: Role


def find_blocks(paragraphs: Sequence[Span], page: Page) -> tuple[Block, ...]:
    r"""Return a block for each of ``paragraphs``, which are the lines of ``page``.

    >>> raw, spans = "Storm Hits the Coast\n\nThe storm hit the coast of Chile.", [Span(0, 20), Span(22, 54)]
    >>> [block.role.name for block in find_blocks(spans, page_of(raw, spans))]
    ['HEADLINE', 'BODY']
    """
    return tuple(map(Block, paragraphs, map(role_of, page.lines)))


def page_of(raw: str, paragraphs: Sequence[Span], known: Sequence[tuple[Span, Role]] = ()) -> Page:
    """Return the paragraphs of ``raw`` as the lines of a page, with the blank lines before them.

    ``known`` are parts of ``raw``, in order, of which the markup says what they are for.
    """
    ends = [0, *(paragraph.end for paragraph in paragraphs[:-1])]
    gaps = [
        raw.count("\n", end, paragraph.start) > 1
        for end, paragraph in zip(ends, paragraphs, strict=False)
    ]
    roles = [_role_of(paragraph, known) for paragraph in paragraphs] if known else None
    return Page([paragraph.of(raw) for paragraph in paragraphs], gaps, roles)


def _role_of(paragraph: Span, known: Sequence[tuple[Span, Role]]) -> Role | None:
    at = bisect_right(known, paragraph.start, key=lambda one: one[0].start) - 1
    return known[at][1] if at >= 0 and paragraph.start < known[at][0].end else None
