"""The furniture of web pages inside an article: which lines are none of its text, and what they are.

No single sign decides. What the words of a line say, how it looks, where it stands and what stands
beside it add up to the odds that it belongs to the page and not to the article. Most lines are
prose by their length and their full stop, and are never looked at.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.furniture_odds import (
    ALONE,
    DOTS,
    KEPT,
    MOST,
    Kind,
    Signs,
    is_stopped,
    odds_of,
    probability_of,
    weigh,
    weigh_loose,
)
from newsfix.text.furniture_shapes import links_in
from newsfix.text.furniture_words import (
    PHRASE,
    Reading,
    may_be_furniture,
    read,
    signals_in,
    tokens_of,
)
from newsfix.text.lists import words
from newsfix.text.page_lines import Page
from newsfix.text.patterns import Pattern
from newsfix.text.role import Role
from newsfix.text.roles import role_of

__all__ = ["Furniture", "Kind", "find_furniture"]


class Furniture(NamedTuple):
    """A line that may be none of the article's, of what kind, and how probable that is."""

    span: Span
    kind: Kind
    probability: float


_WORD = Pattern(r"[\p{L}\p{N}]+")
_LONGEST = 300  # characters; longer lines are prose
_LONGEST_LOOSE = 200
_NEAR_TOP = 8  # lines, among which a headline may stand twice
_WRITERS = (
    "reporter writer columnist correspondent editor journalist contribut fellow producer blogger host"
    " anchor analyst covers writes reached reporting"
).split()
# What the markup sets apart looks like no prose, whatever it is; so only its words tell.
_SET_APART = (Role.HEADLINE, Role.QUOTE)
_FEWEST = 0.4  # what is less probable is not reported
_SURE = 0.95
_QUOTES = "“\"‘'«„"


def find_furniture(
    raw: str, lines: Sequence[Span], tokens: frozenset[str], page: Callable[[], Page]
) -> tuple[Furniture, ...]:
    r"""Return the lines of ``raw`` that may be furniture, in order.

    ``tokens`` are what stands between spaces in it, and ``page`` makes a page of the lines.

    >>> raw = "It rained in Lima.\n\nLeave a Reply"
    >>> page = Page(["It rained in Lima.", "Leave a Reply"], [False, True])
    >>> [one.kind.name for one in find_furniture(raw, [Span(0, 18), Span(20, 33)], frozenset(), lambda: page)]
    ['COMMENT']
    """
    suspects = _suspects(raw, lines, signals_in(tokens))
    if not suspects:
        return ()
    weigher = _Weigher(page(), suspects)
    found: dict[int, Furniture] = {}
    for at, reading in suspects.items():
        kind, odds = weigher.weigh(at, reading)
        found[at] = Furniture(lines[at], kind, probability_of(odds))
    _look_beside(weigher.texts, found)
    fewest = _FEWEST if len(lines) > 1 else ALONE - 0.01
    return tuple(one for _, one in sorted(found.items()) if one.probability >= fewest)


def _suspects(raw: str, lines: Sequence[Span], signals: frozenset[str]) -> dict[int, Reading]:
    """Return the lines that are worth a look, with what their words say."""
    found: dict[int, Reading] = {}
    seen: set[str] = set()
    for at, (start, end) in enumerate(lines):
        if end - start > _LONGEST:
            continue
        text = raw[start:end]
        if "\n" in text:
            continue
        if at < _NEAR_TOP:
            key = text.lower()
            if key in seen:
                found[at] = read(text, tokens_of(text))
                continue
            seen.add(key)
        if not is_stopped(text):
            if end - start <= _LONGEST_LOOSE or "©" in text or "|" in text:
                found[at] = read(text, tokens_of(text))
            continue
        if text[0] not in _QUOTES and may_be_furniture(text, signals):
            reading = read(text, tokens_of(text))
            if reading.covered > (0.25 if reading.heaviest >= PHRASE else 0.5):
                found[at] = reading
        elif 2 < len(lines) < at + 4 and any(word in text for word in _WRITERS):
            found[at] = read(text, tokens_of(text))
    return found


class _Weigher:
    """Weighs the suspects of a page."""

    def __init__(self, page: Page, suspects: Iterable[int]) -> None:
        self.texts = [line.text for line in page.lines]
        self.roles = {at: role_of(page.lines[at]) for at in suspects}
        self._said = {at: page.lines[at].known for at in suspects}
        self.repeated = page.repeated
        self.stamps = sum(role is Role.TIMESTAMP for role in self.roles.values())
        self.head = _key(self.texts[0])
        self.lead = _key(self.texts[1]) if len(self.texts) > 3 else ""

    def weigh(self, at: int, reading: Reading) -> tuple[Kind, float]:
        """Return what the line is, if it is furniture, and the logarithm of the odds that it is."""
        said = self._said[at]
        if said is Role.CAPTION or (said in _SET_APART and reading.heaviest < PHRASE):
            return Kind.CHROME, -9.0
        signs = self.signs(at)
        kind, odds = weigh(signs, reading, stamps=self.stamps)
        if at and said is not Role.HEADLINE and (twice := self._doubled(at)) > odds:
            return Kind.DOUBLED, twice
        if odds < 0 and at > (not is_stopped(self.texts[0])):
            other, loose = weigh_loose(signs, self._known(at, reading.tokens))
            if loose > odds:
                return other, loose
        return kind, odds

    def signs(self, at: int) -> Signs:
        """Return what can be seen of a line."""
        text = self.texts[at]
        before = self.texts[at - 1] if at else "."
        after = self.texts[at + 1] if at + 1 < len(self.texts) else "A"
        return Signs(
            text,
            at,
            len(self.texts) - 1,
            self.roles[at],
            is_stopped=is_stopped(text) and not (len(text) < 30 and text.endswith(DOTS)),
            is_quoted=text[0] in _QUOTES or text[-1] in '”"»',
            is_torn=text[0].islower()
            or after[0].islower()
            or (at > 1 and not is_stopped(before) and len(before) > 60)
            or before[-1] in ",;—–",
            repeated=self.repeated[text],
            links=links_in(text),
        )

    def _doubled(self, at: int) -> float:
        """Return the odds that a line says the headline, or the first paragraph, once more."""
        text = self.texts[at]
        key = _key(text)
        if self.roles[at] in KEPT or key.count(" ") < 2:
            return -9.0
        near = at < 6
        if key == self.head and not is_stopped(self.texts[0]):
            return (4.0 if near else 2.0) + (key.count(" ") > 3)
        if key == self.lead and at > 1 and len(key) > 60:
            return 4.0 if near else 2.0
        if near and not is_stopped(text):
            whole, part = set(self.head.split()), set(key.split())
            if len(part) > 3 and len(whole & part) >= 0.8 * len(whole | part):
                return 2.0
        return -9.0

    def _known(self, at: int, tokens: Sequence[str]) -> float:
        """Return how many of the words that carry meaning the next paragraphs have as well."""
        small = words("closed_class")
        content = {token for token in tokens if token not in small and token.isalpha()}
        near = set(tokens_of(" ".join(self.texts[at + 1 : at + 3])))
        return len(content & near) / max(1, len(content))


def _look_beside(texts: Sequence[str], found: dict[int, Furniture]) -> None:
    """Let what stands beside sure furniture be more probable, and what follows a heading of links."""
    sure = [at for at, one in found.items() if one.probability >= _SURE]
    for at in sure:
        for beside in (at - 1, at + 1):
            one = found.get(beside)
            if one is not None and beside and 0.3 < one.probability < _SURE:
                odds = odds_of(one.probability) + 0.7
                most = MOST.get(one.kind, 1.0)
                found[beside] = one._replace(probability=min(probability_of(odds), most, 0.94))
        if found[at].kind in {Kind.READ, Kind.CHROME} and len(texts[at]) < 40:
            _follow(texts, found, at + 1)


def _follow(texts: Sequence[str], found: dict[int, Furniture], at: int) -> None:
    """Take the lines without a stop that follow a heading of links for links, to the end of the page."""
    run = []
    while at < len(texts) and at in found and not is_stopped(texts[at]):
        run.append(at)
        at += 1
    if at == len(texts):
        for one in run:
            if found[one].probability < 0.85:
                found[one] = found[one]._replace(kind=Kind.RELATED, probability=0.85)


def _key(text: str) -> str:
    """Return the words of a line, so that two lines that say the same are equal."""
    return " ".join(_WORD.compiled.findall(text.casefold())) if len(text) < 4 * _LONGEST else text
