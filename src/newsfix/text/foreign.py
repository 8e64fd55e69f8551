"""Words of another language among English ones: runs of them, and words that stand alone.

What is looked for first costs little: words in small letters that English news hardly ever writes, and small words of
other languages. Only sentences that hold one of them are looked at.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from newsfix.span import Span
from newsfix.text.lists import entries, words
from newsfix.text.mentions import TITLES
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from regex import Match

    from newsfix.models.wording import Words

_ENGLISH = 0.25  #: at most so probable is it that a word of another language is an English one …
_PERHAPS = 0.7  #: … or, where other words of the text are of the same language, so probable
_ENGLISH_BEHIND_NAME = 0.1  #: a word in small letters behind a name: at most so
_ENGLISH_NAME = 0.05  #: a word with a capital behind an article: at most so
_GERMAN = 0.5  #: so probable it is that it is German, which writes all nouns with a capital
_ALONE = 5  #: letters that a word must have at least to say something alone
_NOUN = 5  #: a word with a capital must be longer
_OFTEN = 3  #: a word that stands alone, and so often, is a term of the text
_APART = 2  #: so many other words may stand between two of another language, in one run
_MOST = 0.4  #: of the words of a text: with more of them it is no English text
_AGREES = 0.1  #: how probable the language of a run must be for a word that speaks for it
_LEAST = 1e-3  #: how probable a small word is in a language that does not list it
_IN_NAME = 4  #: a run behind a name must be so long at least not to be a part of it
_MANY = 20  #: so many words are not looked for one by one
_LETTERS = 6  #: that the different words of a run must have together: “du le” may be two names
_LONGEST = 40  # letters
# Small words of other languages that English news borrows, as in “faux pas” and “sturm und drang”.
_BORROWED = frozenset(
    "ale avant bolo cel cine cui dan dei dont dos du déjà ego encore fait faire hem hoe med nos pas pour sans se sine sous"
    " sui tem til totes tras und uno vera von".split()
)
_WORD = Pattern(r"\p{L}[\p{L}\p{M}]*+(?:[’'-][\p{L}\p{M}]++)*+")
_ELIDED = Pattern(r"(?:[cdjlmnst]|qu|dell|all|nell|sull|dall|un|quest)[’'](?=\p{L}{2})")
_ARTICLE = Pattern(r"(?<![^\s,;])(?i:the|an?|his|her|its|their|this|every|some|no|two|three) \Z")
_BREAK = Pattern(r"[^\s,]")

_Odds = tuple[float, ...]


class Foreign(NamedTuple):
    """A run of words, or one word, that another language has and English news has not.

    ``evidence`` are the words that say so.
    """

    span: Span
    language: str
    evidence: tuple[str, ...]


class _Seen(NamedTuple):
    """A word that is no English one, and how probable each language is."""

    span: Span
    word: str
    odds: _Odds
    is_small: bool
    #: Whether a word with a capital stands before it, and behind it.
    after_name: bool
    before_name: bool
    #: Whether the words beside it are English ones in small letters: then it is no part of a name or a title.
    is_among_english: bool
    #: Whether the next word is one, and no title stands before it.
    leads_on: bool


def find_foreign(
    raw: str, uncommon: AbstractSet[str], find_sentences: Callable[[], Sequence[Span]]
) -> tuple[Foreign, ...]:
    """Return the words of other languages in an English text, in order; none in a text that is no English one.

    ``uncommon`` are its words without marks, but for the commonest of English. Words beside a name are taken for a part of it.

    >>> raw = "The minister told reporters que la situation est grave."
    >>> found = find_foreign(raw, set(raw.rstrip(".").split()), lambda: [Span(0, len(raw))])
    >>> [(one.span.of(raw), one.language) for one in found]
    [('que la situation est', 'French')]
    """
    unknown = _vocabulary().unknown(uncommon)
    known = _strange(unknown, uncommon) | _nouns(unknown, raw)
    small = uncommon & _small()
    if not known and not small:
        return ()
    known.update((word.lower(), _sure()[word.lower()]) for word in small | (uncommon & _capital()))
    if len(known) < 2 and known.keys() <= small and not any(map(_is_telling, known)):
        return ()
    runs = [
        run
        for sentence in find_sentences()
        if len(known) > _MANY or _holds_one(sentence.of(raw), known)
        for run in _runs(raw, sentence, known)
    ]
    if sum(map(len, runs)) > _MOST * len(raw.split()):
        return ()
    often = Counter(seen.word for run in runs for seen in run)
    sure = [found for run in runs for found in _judged(run, often, _ENGLISH, frozenset(_names()))]
    if not sure:
        return ()
    there = frozenset(found.language for found in sure)
    return tuple(found for run in runs for found in _judged(run, often, _PERHAPS, there))


def _holds_one(part: str, known: Iterable[str]) -> bool:
    return any(word in part or word.capitalize() in part for word in known)


def _strange(unknown: Iterable[str], uncommon: AbstractSet[str]) -> dict[str, _Odds]:
    """Return the words in small letters that may be no English, with how probable each language is."""
    found, knows = {}, _vocabulary().knows
    for word in unknown:
        if word.islower() and 2 < len(word) < _LONGEST:
            part = _without_article(word)
            if _is_unknown(part, knows) and part.capitalize() not in uncommon:
                odds = _odds(part)
                if odds[0] <= _PERHAPS:
                    found[word] = odds
    return found


def _nouns(unknown: Iterable[str], raw: str) -> dict[str, _Odds]:
    """Return the words with a capital behind an article that German has and that are names of nobody."""
    found, knows = {}, _vocabulary().knows
    for word in unknown:
        if _NOUN < len(word) < _LONGEST and word.istitle() and _is_unknown(word.lower(), knows):
            at = raw.find(word)
            if word in words("known_names", "loanwords") or not _ARTICLE.search(
                raw, max(0, at - 8), at
            ):
                continue
            odds = _odds(word.lower())
            if odds[0] <= _ENGLISH_NAME and odds[_names().index("German")] >= _GERMAN:
                found[word] = odds
    return found


def _odds(word: str) -> _Odds:
    from newsfix.models.languages import languages

    return tuple(languages().probabilities(word))


def _vocabulary() -> "Words":
    from newsfix.models.phrasing import phrasing

    return phrasing().ngrams.words


def _is_unknown(word: str, knows: Callable[[str], bool]) -> bool:
    """Say whether English news does not know a word in Latin letters, and does not borrow it."""
    if not word.isalpha() or knows(word) or not _is_latin(word):
        return False
    loans = words("loanwords")
    return word not in loans and word.removesuffix("s") not in loans


def _is_latin(word: str) -> bool:
    return all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in word)


def _without_article(word: str) -> str:
    match = _ELIDED.match(word) if "’" in word or "'" in word else None
    return word[match.end() :] if match else word


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    """Return the small words of other languages, each with the languages that have it."""
    return {
        word: frozenset(names.removeprefix("~").split("|"))
        for word, names in entries("function_words").items()
    }


@cache
def _sure() -> Mapping[str, _Odds]:
    """Return those that are no English words, with how probable each language is."""
    return {
        word: tuple(1 / len(own) if name in own else _LEAST for name in _names())
        for word, own in _listed().items()
        if entries("function_words")[word][0] != "~"
    }


@cache
def _small() -> frozenset[str]:
    return frozenset(_sure())


@cache
def _capital() -> frozenset[str]:
    """Return them as they stand at the start of a sentence."""
    return frozenset(map(str.capitalize, _sure()))


def _runs(raw: str, sentence: Span, known: Mapping[str, _Odds]) -> Iterator[list[_Seen]]:
    """Yield the words of other languages in a sentence that have few others between them, and no mark."""
    run: list[_Seen] = []
    found = list(_WORD.finditer(raw, *sentence))
    before, apart = sentence.start, 0
    for at, match in enumerate(found):
        word = match[0]
        said = word.lower() if at == 0 else word
        if run and (apart > _APART or _BREAK.search(raw, before, match.start())):
            yield run
            run = []
        if said in known:
            after_name = at > 0 and _is_name(raw, found[at - 1].span(), match.start(), at == 1)
            before_name = at + 1 < len(found) and raw[found[at + 1].start()].isupper()
            small = said in _sure()
            before_english = _is_english(found, at + 1)
            is_among_english = before_english and _is_english(found, at - 1)
            leads_on = before_english and not (at and found[at - 1][0].lower() in TITLES)
            run.append(
                _Seen(
                    Span(*match.span()),
                    said,
                    known[said],
                    small,
                    after_name,
                    before_name,
                    is_among_english,
                    leads_on,
                )
            )
            apart = 0
        elif run and said in words("closed_class") and said not in _listed():
            yield run
            run = []
        else:
            apart += 1
        before = match.end()
    if run:
        yield run


def _is_english(found: "Sequence[Match[str]]", at: int) -> bool:
    """Say whether one of the words found in a sentence is a known English one in small letters."""
    if not 0 <= at < len(found):
        return False
    word = found[at][0]
    return word.islower() and _vocabulary().knows(word) and word not in _sure()


def _is_name(raw: str, span: tuple[int, int], end: int, is_first: bool) -> bool:  # noqa: FBT001
    """Say whether the word before another is a name or a title, and nothing but a space or a hyphen stands between."""
    word = raw[span[0] : span[1]]
    if word.lower() in TITLES:
        return True
    if not word[0].isupper() or raw[span[1] : end] not in (" ", "-", "’", "'"):
        return False
    return not (is_first and word.lower() in words("closed_class"))


def _judged(
    run: Sequence[_Seen], often: Mapping[str, int], most: float, languages: AbstractSet[str]
) -> Iterator[Foreign]:
    """Yield a run as one, or those of its words that say enough alone, of some languages.

    ``most`` is how probable it may be that a word is English after all.
    """
    names = _names()
    sums = [sum(log(max(seen.odds[at], _LEAST)) for seen in run) for at in range(len(names))]
    best = max(range(1, len(names)), key=sums.__getitem__)
    agreeing = [seen for seen in run if seen.odds[best] >= _AGREES]
    different = {seen.word for seen in agreeing}
    is_sure = any(seen.odds[0] <= most for seen in agreeing)
    is_long = len(different) > 1 and sum(map(len, different)) >= _LETTERS
    if is_long and is_sure and names[best] in languages:
        first, last = agreeing[0], agreeing[-1]
        if not first.after_name or len(agreeing) >= _IN_NAME:
            evidence = tuple(dict.fromkeys(seen.word for seen in agreeing))
            yield Foreign(Span(first.span.start, last.span.end), names[best], evidence)
        return
    for seen in run:
        own = max(range(1, len(names)), key=seen.odds.__getitem__)
        says = seen.odds[0] <= most and names[own] in languages and len(seen.word) >= _ALONE
        is_term = often[seen.word] >= _OFTEN
        if not is_term and ((says and _stands_out(seen)) or _is_left(seen)):
            yield Foreign(seen.span, names[own], (seen.word,))


def _stands_out(seen: _Seen) -> bool:
    """Say whether a word that says enough is no part of a name: behind one, it must say more."""
    if seen.is_small or seen.before_name:
        return False
    is_long = len(seen.word) > _ALONE and seen.odds[0] <= _ENGLISH_BEHIND_NAME
    return not seen.after_name or (is_long and seen.leads_on)


def _is_left(seen: _Seen) -> bool:
    """Say whether a small word of another language, which English does not borrow, stands alone among English ones."""
    is_own = seen.is_small and _is_telling(seen.word)
    return is_own and seen.is_among_english


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word not in _BORROWED


@cache
def _names() -> tuple[str, ...]:
    from newsfix.models.languages import languages

    return languages().names
