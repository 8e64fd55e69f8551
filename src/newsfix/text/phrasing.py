"""What the phrasing models doubt in a text. Most sentences pass after one cheap look."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from newsfix.models.edits import Edit, Kind, by_likelihood, collocations, is_usage
from newsfix.models.misfits import Misfit
from newsfix.models.ngrams import UNIT
from newsfix.models.phrasing import Phrasing, phrasing
from newsfix.models.sentence import Sentence
from newsfix.models.wording import cut, pieces
from newsfix.span import Span

#: Shorter sentences say too little, longer ones are no sentences.
_FEWEST_WORDS, _MOST_WORDS = 5, 90
#: Words are scored in sentences in which a word costs, on average, hardly less than alone: one in a hundred.
_ODD = -1 * UNIT
_ODD_BY_PAIRS = -6  #: what pairs of words say of nineteen in twenty of them
_SENTENCES_KEPT = 20_000  # of a text that is looked at again after repairs: 2 MB of it
_BROKEN = 0.55  # one place in 1,000 words of edited news, and three in 1,000 of translations
_DOUBTFUL = 0.5  #: words side by side at least so doubtful are one run


class Proposal(NamedTuple):
    """An edit of the text with the probability that an editor makes it, and that something is wrong."""

    kind: Kind
    span: Span
    replacement: str
    old: str
    confidence: float
    wrong: float


class Doubt(NamedTuple):
    """A run of words, or a sentence, with the probability that it is wrong."""

    span: Span
    confidence: float
    is_sentence: bool


class Doubts(NamedTuple):
    """All that is doubted in a text; ``misfits`` are words that do not fit where nothing is proposed."""

    proposals: tuple[Proposal, ...] = ()
    misfits: tuple[Doubt, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class _Claimed(NamedTuple):
    """Where the words of an odd sentence are, and how wrong each looks."""

    places: tuple[Span, ...]
    claims: tuple[float, ...]


class _Found(NamedTuple):
    """What one sentence says by itself: how many words it has and how many are rare, what is proposed, what claimed."""

    words: int
    rare: int
    proposals: tuple[Proposal, ...]
    misfits: tuple[Doubt, ...]
    claimed: _Claimed | None


def find_doubts(
    raw: str, sentences: Sequence[Span], is_passed_over: Callable[[Span], bool]
) -> Doubts:
    """Return what is doubted in the sentences of a text that are not passed over."""
    proposals: list[Proposal] = []
    misfits: list[Doubt] = []
    odd: list[tuple[Span, _Claimed]] = []
    rare = seen = 0
    for span in sentences:
        found = _in_sentence(span.of(raw))
        if found is None:
            continue
        seen, rare = seen + found.words, rare + found.rare
        is_doubted = found.proposals or found.misfits or found.claimed
        if is_doubted and not is_passed_over(span):
            start = span.start
            proposals += [one._replace(span=_moved(one.span, start)) for one in found.proposals]
            misfits += [one._replace(span=_moved(one.span, start)) for one in found.misfits]
            if found.claimed is not None:
                odd.append((span, found.claimed))
    doubts = tuple(_doubts(odd, rare, seen)) if odd else ()
    return Doubts(tuple(proposals), tuple(misfits), doubts)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


@lru_cache(maxsize=_SENTENCES_KEPT)  # a text that is repaired comes back with most of them
def _in_sentence(raw: str) -> _Found | None:
    """Return what is doubted in one sentence; None for one of too few or too many words."""
    models = phrasing()
    words = pieces().findall(raw)
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return None
    sentence = models.sentence(words)
    proposals, misfits = _broken(models, sentence, raw)
    least = _ODD * len(words)
    is_odd = (
        sum(sentence.hints[: len(words)]) >= _ODD_BY_PAIRS * len(words)
        and sum(sentence.excess[: len(words)]) >= least
    )
    claimed = _claimed(models, sentence, raw) if is_odd else None
    return _Found(len(words), sentence.rare, proposals, misfits, claimed)


def _broken(
    models: Phrasing, sentence: Sentence, raw: str
) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    """Return what a sentence proposes where words do not fit, and where nothing is proposed."""
    found = list(models.misfits(sentence, _BROKEN))
    found += [Misfit(edit.start, 0.0, (edit,)) for edit in collocations(sentence)]
    if not found:
        return (), ()
    words = list(cut(raw))
    proposals: list[Proposal] = []
    misfits: list[Doubt] = []
    taken: list[Span] = []
    for misfit in sorted(found, key=lambda misfit: -misfit.probability):
        wrong = models.wrong(misfit.probability)
        here = _proposal(models, sentence, raw, words, misfit)
        last, word = words[misfit.at]
        span = here.span if here else Span(words[misfit.at - 1][0], last + len(word))
        if any(span.start <= other.end and other.start <= span.end for other in taken):
            continue
        taken.append(span)
        if here:
            proposals.append(here)
        else:
            misfits.append(Doubt(span, wrong, is_sentence=False))
    return tuple(proposals), tuple(misfits)


def _proposal(
    models: Phrasing,
    sentence: Sentence,
    raw: str,
    words: Sequence[tuple[int, str]],
    misfit: Misfit,
) -> Proposal | None:
    """Return the likeliest edit of those that can be made; None if there is none."""
    for edit in by_likelihood(misfit.edits):
        made = _made(raw, words, edit) if is_usage(sentence, edit) else None
        if made is not None:
            wrong = models.wrong(misfit.probability, edit)
            return Proposal(edit.kind, *made, models.taken(edit.kind), wrong)
    return None


def _made(raw: str, words: Sequence[tuple[int, str]], edit: Edit) -> tuple[Span, str, str] | None:
    """Return where an edit is made, what it puts there and what was there; None if it would cut a word."""
    start = words[edit.start][0]
    if raw[start - 1 : start] != " " or start < 2 or raw[start - 2] == " ":
        return None
    new = " ".join(edit.words)
    if edit.start == edit.end:
        return Span(start, start), f"{new} ", ""
    last, word = words[edit.end - 1]
    end = last + len(word)
    old = raw[start:end]
    if raw[end : end + 1] in {"-", "’", "'", "/"} or "\n" in old or "-" in old or "’" in old:
        return None
    if not new:
        return Span(start - 1, end), "", old
    return Span(start, end), new, old


def _claimed(models: Phrasing, sentence: Sentence, raw: str) -> _Claimed:
    places = tuple(Span(start, start + len(word)) for start, word in cut(raw))
    return _Claimed(places, tuple(models.claims(sentence)))


def _doubts(odd: Sequence[tuple[Span, _Claimed]], rare: int, seen: int) -> Iterator[Doubt]:
    """Yield the odd sentences, and the runs of words that are probably wrong, each with its probability."""
    every = phrasing().doubts([claimed.claims for _, claimed in odd], rare, seen)
    for (span, claimed), doubts in zip(odd, every, strict=True):
        places = [_moved(place, span.start) for place in claimed.places]
        whole = Span(places[0].start, places[-1].end)
        yield Doubt(whole, sum(doubts) / len(doubts), is_sentence=True)
        for is_doubtful, run in groupby(
            zip(places, doubts, strict=True), lambda pair: pair[1] >= _DOUBTFUL
        ):
            if is_doubtful:
                some = list(run)
                words = Span(some[0][0].start, some[-1][0].end)
                yield Doubt(words, max(doubt for _, doubt in some), is_sentence=False)
