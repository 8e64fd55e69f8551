"""How a document writes its own words: the evidence that no list can hold."""

from collections import Counter
from functools import cache, cached_property

from newsfix.text.patterns import Pattern

_WORD = Pattern(r"(?<![\w@#])\p{L}[\p{L}\p{M}’'-]*")
_AROUND = ".,;:!?()[]“”\"‘’'"
_GENITIVES = ("'s", "’s")
_INNER = Pattern(r"(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}’'-]*")


_COMMON = 1_000


@cache
def _common() -> frozenset[str]:
    from newsfix.models.phrasing import phrasing

    return frozenset(phrasing().ngrams.words.known[:_COMMON])


class Vocabulary:
    """The words of one text, as they are written."""

    def __init__(self, raw: str) -> None:
        self._raw = raw

    @cached_property
    def chunks(self) -> tuple[str, ...]:
        """What stands between spaces, marks included, in order."""
        return tuple(self._raw.split())

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Every different string between spaces, marks included: the cheapest look at the words."""
        return frozenset(self.chunks)

    @cached_property
    def bare(self) -> frozenset[str]:
        """The tokens without the marks around them, and without the ending of a genitive."""
        stripped = [token.strip(_AROUND) for token in self.tokens]
        return frozenset(
            [token[:-2] if token.endswith(_GENITIVES) else token for token in stripped]
        )

    @cached_property
    def uncommon(self) -> frozenset[str]:
        """The bare tokens without the commonest words of news in small letters: fewer to look up elsewhere."""
        return self.bare - _common()

    @cached_property
    def words(self) -> Counter[str]:
        """Every word as written, without marks, and how often."""
        return Counter(_WORD.compiled.findall(self._raw))

    @cached_property
    def inner_capitals(self) -> tuple[tuple[int, str], ...]:
        """Words with a capital behind a small letter, a comma or a semicolon, and where they start."""
        return tuple((match.start(), match[0]) for match in _INNER.finditer(self._raw))

    @cached_property
    def names(self) -> Counter[str]:
        """Words written with a capital where no sentence starts, and how often."""
        return Counter(word for _, word in self.inner_capitals)

    def __contains__(self, word: str) -> bool:
        return word in self.words
