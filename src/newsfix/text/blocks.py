"""The blocks of a page: where each paragraph is, and what it is for."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.roles import Role, roles_of


class Block(NamedTuple):
    """A paragraph, or a line that stands for one, and its role."""

    span: Span
    role: Role


def find_blocks(raw: str, paragraphs: Sequence[Span]) -> tuple[Block, ...]:
    r"""Return a block for each paragraph of ``raw``.

    >>> raw = "Storm Hits the Coast\\n\\nThe storm hit the coast of Chile."
    >>> [block.role.name for block in find_blocks(raw, [Span(0, 20), Span(22, 54)])]
    ['HEADLINE', 'BODY']
    """
    if not paragraphs:
        return ()
    ends = [0, *(paragraph.end for paragraph in paragraphs[:-1])]
    gaps = [
        raw.count("\n", end, paragraph.start) > 1
        for end, paragraph in zip(ends, paragraphs, strict=True)
    ]
    roles = roles_of([paragraph.of(raw) for paragraph in paragraphs], gaps)
    return tuple(map(Block, paragraphs, roles))
