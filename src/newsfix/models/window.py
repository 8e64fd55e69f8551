"""What a word or mark costs between its neighbours: two on either side, which is all that the model looks at."""

from typing import NamedTuple

from newsfix.models.ngrams import Ngrams
from newsfix.models.wording import pieces

_REACH = 48  # characters on either side


class Window(NamedTuple):
    """The numbers of the words around a place in a text; the edge of a paragraph is one too."""

    model: Ngrams
    left: tuple[int, int]
    right: tuple[int, int]

    def bits(self, *between: str) -> float:
        """Return what the words behind the place cost if these words, or marks, stand in it.

        >>> from newsfix.models.phrasing import phrasing
        >>> window = window_at(phrasing().ngrams, "She is one of them people.", 14, 18)
        >>> window.bits("the") < window.bits("them")
        True
        """
        numbers = self.model.words.numbers(between)
        return self.model.bits(sum(self.model.costs([*self.left, *numbers, *self.right])))


def window_at(model: Ngrams, raw: str, start: int, end: int) -> Window:
    """Return what stands around a part of ``raw``, in its line."""
    first = max(0, start - _REACH)
    line = raw.rfind("\n", first, start) + 1
    left = pieces().findall(raw, line or first, start)[-2:]
    right = pieces().findall(raw[end : end + _REACH].partition("\n")[0])[:2]
    numbers = model.words.numbers
    one, two = [0] * (2 - len(left)) + numbers(left)
    three, four = numbers(right) + [0] * (2 - len(right))
    return Window(model, (one, two), (three, four))
