"""What each line of a page is for: a headline, a byline, a list item, prose.

No single sign decides. Each cue adds to, or takes from, the score of one role; the role with the
highest score has the line if that score reaches one, and prose has all the rest.
"""

from collections import defaultdict
from collections.abc import Sequence

from newsfix.text.cues import CUES, is_correction
from newsfix.text.page_lines import Line, Page
from newsfix.text.role import Role

__all__ = ["Role", "role_of", "roles_of"]


def roles_of(lines: Sequence[str], gaps: Sequence[bool] | None = None) -> tuple[Role, ...]:
    """Return the role of each of ``lines``, which are not blank and have no space around them.

    ``gaps`` say for each line whether a blank line stands before it; none does unless given.

    >>> page = ["Storm Hits the Coast", "By Anna Berg", "The storm hit the coast of Chile on Monday."]
    >>> [role.name for role in roles_of(page)]
    ['HEADLINE', 'BYLINE', 'BODY']
    """
    page = Page(lines, gaps or [False] * len(lines))
    return tuple(map(role_of, page.lines))


def role_of(line: Line) -> Role:
    """Return the role of one line of a page: what the markup says, or what the line looks like."""
    if line.known is not None:
        return line.known
    if line.is_plain:
        return Role.CORRECTION if is_correction(line.text) else Role.BODY
    scores: dict[Role, float] = defaultdict(float)
    for role, weight, holds in CUES:
        if holds(line):
            scores[role] += weight
    best = max(scores, key=scores.__getitem__, default=Role.BODY)
    return best if scores[best] > 0.99 else Role.BODY
