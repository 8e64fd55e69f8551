"""Words and phrases that stand twice in a row: found for a whole text at once.

Where a phrase of k words is doubled, the words, and so their lengths, are the same again k places
on. Lengths fit into one long integer, which is compared with itself in a few operations whatever
the text says; what it points at is compared word by word.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import ne, not_
from typing import NamedTuple

from newsfix.span import Span

#: So many words a doubled phrase has at most.
LONGEST = 8
_MARKS = '.,;:!?…”"’)'
_OPENING = "“\"(‘'["


class Doubled(NamedTuple):
    """A word or phrase, and its further copies with the space before them."""

    first: Span
    rest: Span
    words: int  #: of the phrase
    times: int  #: how often it stands there, two at least


def find_doubled(raw: str, chunks: Sequence[str]) -> tuple[Doubled, ...]:
    """Return what stands twice or more in a line of ``raw``, in order, the shortest unit of each.

    ``chunks`` are what stands between spaces.

    >>> text = "It ran to the end of the tape of the tape of the tape, and and left."
    >>> [(one.first.of(text), one.rest.of(text)) for one in find_doubled(text, text.split())]
    [('of the tape', ' of the tape of the tape'), ('and', ' and')]
    """
    found: dict[Span, Doubled] = {}
    position = 0
    for at, length, times in sorted(_runs(chunks)):
        one = _doubled(raw, chunks[at : at + length * times], length, position)
        if one is not None:
            found[one.first] = one
            position = one.first.start
    return tuple(found.values())


def _runs(chunks: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the first word, the number of words and of copies of what is doubled."""
    count = len(chunks)
    if count < 2:
        return
    taken: list[tuple[int, int]] = []
    number = int.from_bytes(_sizes(chunks), "little")
    for length in range(1, min(LONGEST, count // 2) + 1):
        same = _same(chunks, number, length)
        # The last word may have a mark behind it; one word alone is compared with that in mind.
        zeros = bytes(max(1, length - 1))
        at = same.find(zeros)
        while at >= 0:
            end = at
            while end + length < count and chunks[end] == chunks[end + length]:
                end += 1
            reach = end + length
            if reach < count and chunks[reach].rstrip(_MARKS) == chunks[end]:
                end += 1
            times = 1 + (end - at) // length
            if times > 1 and not any(at < stop and start < end + length for start, stop in taken):
                taken.append((at, at + times * length))
                yield at, length, times
            at = same.find(zeros, max(at + 1, end))


def _same(chunks: Sequence[str], number: int, length: int) -> bytes:
    """Return for each word 0 if the one ``length`` places on is the same, or may be."""
    if length < 3:
        following = islice(chunks, length, None)
        if length == 1:
            return bytes(map(not_, map(str.startswith, following, chunks)))
        return bytes(map(ne, following, chunks))
    differing = number ^ (number >> 8 * length)
    return differing.to_bytes(len(chunks), "little")[: len(chunks) - length]


def _sizes(chunks: Sequence[str]) -> bytes:
    try:
        return bytes(map(len, chunks))
    except ValueError:  # a long one
        return bytes(min(len(chunk), 255) for chunk in chunks)


def _doubled(raw: str, chunks: Sequence[str], length: int, position: int) -> Doubled | None:
    """Return what is doubled if nothing divides the copies: no mark, no end of a line."""
    if any(chunk[-1] in _MARKS for chunk in chunks[:-1]):
        return None
    if any(chunk[0] in _OPENING for chunk in chunks[1:]):
        return None
    whole = " ".join(chunks)
    start = raw.find(whole, position)
    while start >= 0 and not _stands_alone(raw, start, start + len(whole)):
        start = raw.find(whole, start + 1)
    if start < 0:
        return None  # other space than one blank stands between them
    end = start + len(whole.rstrip(_MARKS))
    first = Span(start, start + len(" ".join(chunks[:length])))
    return Doubled(first, Span(first.end, end), length, len(chunks) // length)


def _stands_alone(raw: str, start: int, end: int) -> bool:
    """Say whether there is space, or nothing, on both sides."""
    return not (raw[max(0, start - 1) : start] + raw[end : end + 1]).strip()
