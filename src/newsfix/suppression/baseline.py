"""What was found once, known by what stands there and around it, not by where.

So it is known again when lines come and go elsewhere, and when its paragraph moves. The words around
are taken without marks and capitals, for they may be repaired.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from newsfix.finding import Finding
from newsfix.scope import Place
from newsfix.span import Span
from newsfix.text import Text

#: So many words around a finding, on each side, in its paragraph.
_WORDS = 3
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_MOST_SHOWN = 60


class Entry(NamedTuple):
    """A finding: its rule, the words before it, what was found, and the words after it."""

    code: str
    before: str
    found: str
    after: str


class Known(NamedTuple):
    """An entry, and how often such a finding is in the file."""

    entry: Entry
    times: int


def entries(findings: Iterable[Finding], text: str) -> Iterator[tuple[Entry, Finding]]:
    """Yield findings about ``text``, each with what it is known by.

    >>> found = Finding("PUN101", Span(8, 10), "A space before “,”.", 0.9)
    >>> [entry for entry, _ in entries([found], "The vote , they said.")]
    [Entry(code='PUN101', before='the vote', found=' ,', after='they said')]
    """
    # Every kind of line end counts, and no position changes.
    read = Text(text.replace("\r\n", " \n").replace("\r", "\n"))
    for finding in findings:
        start, end = finding.span
        first, last = read.paragraph_at(start).start, read.paragraph_at(end).end
        before = _words(text[min(first, start) : start])[-_WORDS:]
        after = _words(text[end : max(last, end)])[:_WORDS]
        found = _shortened(_SPACE.sub(" ", finding.span.of(text)))
        yield Entry(finding.code, " ".join(before), found, " ".join(after)), finding


def known(findings: Iterable[Finding], text: str) -> tuple[Known, ...]:
    """Return what a baseline is to keep of ``findings``, in order."""
    counts = Counter(entry for entry, _ in entries(findings, text))
    return tuple(Known(*item) for item in sorted(counts.items()))


def known_places(
    known: Iterable[Known], findings: Sequence[Finding], text: str
) -> tuple[Place, ...]:
    """Return the places of those of ``findings`` that are known; of too many alike the first ones."""
    left = dict(known)
    places = []
    for entry, finding in entries(findings, text):
        if left.get(entry, 0) > 0:
            left[entry] -= 1
            start, end = finding.span
            span = Span(start, end) if start < end else Span(start - 1, end + 1)
            places.append(Place(span, (finding.code,)))
    return tuple(places)


def still_met(known: Iterable[Known], now: Iterable[Known]) -> tuple[Known, ...]:
    """Return what of ``known`` there is ``now``, and no more often.

    >>> entry = Entry("PUN101", "the vote", " ,", "they said")
    >>> still_met([Known(entry, 3)], [Known(entry, 2)])[0].times, still_met([Known(entry, 3)], [])
    (2, ())
    """
    counts = dict(now)
    return tuple(
        Known(entry, min(times, counts[entry])) for entry, times in known if entry in counts
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _shortened(found: str) -> str:
    """Return what was found; of a long one the beginning, and a digest of all."""
    if len(found) <= _MOST_SHOWN:
        return found
    digest = blake2b(found.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{found[:_MOST_SHOWN]}… {digest}"
