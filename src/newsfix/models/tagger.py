"""A greedy part-of-speech tagger: left to right, the best tag for each word, given those before it.

The method is the averaged perceptron (Collins, 2002); the weights are learned by tools/train_tagger.py
from treebanks of Universal Dependencies, as docs/models/tagger.md says.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from operator import add
from pkgutil import get_data
from typing import NamedTuple

from newsfix.models import features
from newsfix.models.features import EDGE, EDGE_LOOK, TAGS, Look
from newsfix.models.table import Table, lanes
from newsfix.models.tags import Tag
from newsfix.models.tokens import chunks, pieces
from newsfix.span import Span

_HALF = lanes(len(TAGS), 1 << 15)  # added to sums of signed weights, makes every lane positive
_BYTES = 2 * len(TAGS) + 1
_unpack = struct.Struct(f"<{len(TAGS)}Hx").unpack
#: So many words and pairs are remembered, then memory begins anew.
_WORDS_KEPT = 50_000
_PAIRS_KEPT = 200_000
_NOTHING = 0, 0
_LONGEST_KEPT = 40  # characters


class Token(NamedTuple):
    """A word or mark, where it is (code points of the text given), and its part of speech."""

    span: Span
    tag: Tag
    text: str


@dataclass(slots=True, eq=False)
class _Word:
    """A form of a word, with the sums that depend on it alone."""

    text: str
    look: Look
    role: str
    number: int
    outline: int
    always: int  #: the number of the only tag that it takes, or -1
    own: int  #: what it says of its own tag, all tags' weights in one integer
    kind_histories: dict[int, int]  #: what its class says together with the tags before it
    ending_histories: dict[int, int]
    #: What it says of a word beside it: of the next, the next but one, the last, the last but one.
    of_next: int
    of_next_but_one: int
    of_last: int
    of_last_but_one: int
    #: What it says together with the tags before it, by their number.
    histories: dict[int, int] = field(default_factory=dict)


class Tagger:
    """A tagger with its weights. What it works out about words and pairs, it keeps for the next time.

    That is why it is fast: where words were seen before, a tag costs a few additions of long
    integers, each of which holds the weights of all tags.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._numbers = count()
        self._outlines: dict[tuple[bytes, str], int] = {}
        self._contexts: dict[int, features.Context] = {}
        self._moves: dict[tuple[int, str, int], int] = {}
        self._forget()

    def tag(self, text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
        """Return the words and marks of a part of ``text``, in order, with their tags."""
        if len(self._words) > _WORDS_KEPT:
            self._forget()
        elif len(self._pairs) > _PAIRS_KEPT:
            self._pairs.clear()
        end = len(text) if end is None else end
        known = self._chunks
        starts: list[int] = []
        words: list[_Word] = []
        tags: list[int] = []
        line_end = text.find("\n", start, end)
        for match in chunks(text, start, end):
            at = match.start()
            chunk = match[0]
            if 0 <= line_end < at:
                # A line that goes on with a small letter was only wrapped.
                if not chunk[0].islower() or text.count("\n", line_end, at) > 1:
                    tags += self._decide(words[len(tags) :])
                line_end = text.find("\n", at, end)
            for word in known.get(chunk) or self._cut(chunk):
                starts.append(at)
                words.append(word)
                at += len(word.text)
        tags += self._decide(words[len(tags) :])
        texts = [word.text for word in words]
        spans = map(Span, starts, map(add, starts, map(len, texts)))
        return tuple(map(Token, spans, map(TAGS.__getitem__, tags), texts))

    def tag_words(self, words: Sequence[str]) -> tuple[Tag, ...]:
        """Return the tags of the words of one sentence that is cut already."""
        return tuple(TAGS[tag] for tag in self._decide([self._word(word) for word in words]))

    def _decide(self, words: list[_Word]) -> list[int]:
        """Return the numbers of the tags of words that follow one another."""
        if not words:
            return []
        pairs, arounds, aheads, moves = self._pairs, self._arounds, self._aheads, self._moves
        found: list[int] = []
        last = before = EDGE
        state = 0
        one = two = self._edge  # the last word and the one before
        of_second = self._pair(one, words[0])[1]
        following = [*words[1:], self._edge, self._edge]
        for word, then, beyond in zip(words, following, following[1:], strict=False):
            pair = pairs.get(word.number << 32 | then.number) or self._pair(word, then)
            best = word.always
            if best < 0:
                history = (state << 5 | last) << 5 | before
                total = word.histories.get(history)
                if total is None:
                    total = self._history(word, history, state, last, before)
                total += word.own + one.of_next + two.of_next_but_one
                total += then.of_last + beyond.of_last_but_one
                two_outlines = word.outline << 12 | then.outline
                part = arounds.get(one.outline << 24 | two_outlines)
                if part is None:
                    part = self._around(one, word, then)
                total += part
                part = aheads.get(two_outlines << 5 | last)
                if part is None:
                    part = self._ahead(last, word, then)
                total += part + of_second + pair[0] + _HALF
                weights = _unpack(total.to_bytes(_BYTES, "little"))
                best = weights.index(max(weights))
            found.append(best)
            move = moves.get((state, word.role, best))
            if move is None:
                move = features.next_state(state, word.role, TAGS[best])
                moves[state, word.role, best] = move
            state = move
            of_second = pair[1]
            before, last = last, best
            two, one = one, word
        return found

    def _around(self, one: _Word, word: _Word, then: _Word) -> int:
        """Return what the outlines of three words say of the second."""
        outlines = one.look.outline, word.look.outline, then.look.outline
        total = self._table.sum(features.around(*outlines))
        self._arounds[one.outline << 24 | word.outline << 12 | then.outline] = total
        return total

    def _ahead(self, last: int, word: _Word, then: _Word) -> int:
        """Return what the last tag and the outlines of two words say of the first."""
        total = self._table.sum(features.ahead(last, word.look.outline, then.look.outline))
        self._aheads[(word.outline << 12 | then.outline) << 5 | last] = total
        return total

    def _pair(self, first: _Word, second: _Word) -> tuple[int, int]:
        """Return what two words together say of the first and of the second."""
        if not first.look.leads and not second.look.follows:
            return _NOTHING
        of_first, of_second = features.pair(first.look, second.look)
        pair = self._table.sum(of_first), self._table.sum(of_second)
        self._pairs[first.number << 32 | second.number] = pair if any(pair) else _NOTHING
        return pair

    def _history(self, word: _Word, number: int, state: int, last: int, before: int) -> int:
        """Return what the tags so far say of a word's tag."""
        past = self._contexts.get(number)
        if past is None:
            past = self._contexts[number] = features.context(state, last, before)
        look = word.look
        total = word.kind_histories.get(number)
        if total is None:
            total = self._table.sum(features.kind_history(look, past))
            word.kind_histories[number] = total
        more = word.ending_histories.get(number)
        if more is None:
            more = self._table.sum(features.ending_history(look, past))
            word.ending_histories[number] = more
        total += more
        if look.is_known:
            total += self._table.sum(features.key_history(look, past))
        word.histories[number] = total
        return total

    def _cut(self, chunk: str) -> tuple[_Word, ...]:
        """Cut what stands between two spaces into words."""
        words = tuple(self._word(piece) for piece in pieces(chunk))
        if len(chunk) <= _LONGEST_KEPT:
            self._chunks[chunk] = words
        return words

    def _word(self, text: str) -> _Word:
        word = self._words.get(text)
        if word is None:
            known = self._table.class_of(features.key_of(text))
            word = self._describe(text, *features.look_at(text, known))
            if len(text) <= _LONGEST_KEPT:
                self._words[text] = word
        return word

    def _describe(self, text: str, look: Look, always: int) -> _Word:
        total = self._table.sum
        a, b, y, z = (total(features.beside(place, look)) for place in "abyz")
        return _Word(
            text,
            look,
            features.role_of(look.key),
            next(self._numbers),
            self._outlines.setdefault(look.outline, len(self._outlines)),
            always,
            total(features.own(look)),
            self._histories.setdefault(b"k" + look.kind, {}),
            self._histories.setdefault(b"-" + look.ending, {}),
            *(a, b, y, z),
        )

    def _forget(self) -> None:
        self._words: dict[str, _Word] = {}
        self._chunks: dict[str, tuple[_Word, ...]] = {}
        self._histories: dict[bytes, dict[int, int]] = {}
        self._pairs: dict[int, tuple[int, int]] = {}
        self._aheads: dict[int, int] = {}
        self._arounds: dict[int, int] = {}
        self._edge = self._describe("", EDGE_LOOK, -1)


@cache
def tagger() -> Tagger:
    """Return the tagger that ships with newsfix, read when first asked for."""
    data = get_data("newsfix.models", "data/tagger.bin")
    if data is None:
        raise FileNotFoundError("newsfix.models/data/tagger.bin")
    return Tagger(Table(data))


def tag(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tag the words and marks of a part of ``text``, which should be whole sentences or lines.

    Every character that is not space is in exactly one token; spans are positions in ``text``.
    A blank line, or a line end before anything but a small letter, ends a sentence.

    >>> [f"{token.text}/{token.tag}" for token in tag("The minister didn't resign.")]
    ['The/DET', 'minister/NOUN', 'did/AUX.Fin', "n't/PART", 'resign/VERB.Inf', './PUNCT']
    """
    return tagger().tag(text, start, end)
