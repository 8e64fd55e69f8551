"""What speaks for and against an edit: the columns that the ranker decides by."""

from collections.abc import Sequence
from zlib import crc32

from newsfix.models.edits import Edit, Kind
from newsfix.models.evidence import number_of, shape_of
from newsfix.models.sentence import Sentence
from newsfix.models.wording import CLASSES

#: The columns, in the order in which ``row`` gives them; ``lexical`` comes last.
NAMES = (
    *("kind", "gain", "surprise", "before", "after", "after_each"),
    *("orders_before", "orders_after", "least_order"),
    *("margin", "rivals", "best"),
    *("mean_cost", "mean_excess", "length", "place", "rare"),
    *("tag_last", "tag", "tag_next", "from_alone", "to_alone"),
    *("shape_last", "shape_next", "letters"),
)
#: The lexical weights are found by hashes of so many bits.
BITS = 16
_MASK = (1 << BITS) - 1
_RARE = len(CLASSES)


def rows(sentence: Sentence, edits: Sequence[Edit]) -> list[list[float]]:
    """Return what is known of each of the edits of one sentence."""
    size = len(sentence.words)
    mean = sum(sentence.costs[:size]) / size
    excess = sum(sentence.excess[:size]) / size
    best = max((edit.gain for edit in edits), default=0)
    found: list[list[float]] = []
    for edit in edits:
        rivals = [
            other.gain
            for other in edits
            if other is not edit and other.start <= edit.end and edit.start <= other.end
        ]
        found.append([*_row(sentence, edit, rivals), best - edit.gain, mean, excess])
        place = edit.start / size
        found[-1] += [size, place, *_around(sentence, edit)]
    return found


def _row(sentence: Sentence, edit: Edit, rivals: Sequence[int]) -> list[float]:
    start, end = edit.start, edit.end
    model = sentence.model
    numbers = model.words.numbers(edit.words)
    before = sum(sentence.costs[start : end + 2])
    new = [*sentence.padded[start : start + 2], *numbers, *sentence.padded[end + 2 : end + 4]]
    orders = model.orders(new)
    after = before - edit.gain
    return [
        edit.kind,
        edit.gain,
        sentence.surprise(start),
        before,
        after,
        after / len(orders),
        sum(model.orders(sentence.padded[start : end + 4])) / (end - start + 2),
        sum(orders) / len(orders),
        min(orders),
        edit.gain - max(rivals, default=0),
        len(rivals),
    ]


def _around(sentence: Sentence, edit: Edit) -> list[float]:
    start, end = edit.start, edit.end
    numbers, alone = sentence.numbers, sentence.model.word_cost
    words, tags = ("", *sentence.words, "", ""), sentence.tags
    near = numbers[max(0, start - 2) : end + 2]
    is_change = end > start
    return [
        sum(number < _RARE for number in near),
        number_of(tags[start - 1]) if start else 0,
        number_of(tags[start]) if is_change else 0,
        number_of(tags[end]) if end < len(tags) else 0,
        alone[numbers[start]] if is_change else 0,
        alone[sentence.model.words.number(edit.words[0])] if edit.words else 0,
        shape_of(words[start]),
        shape_of(words[end + 1]),
        len(words[start + 1]) if is_change else 0,
    ]


def lexical(sentence: Sentence, edit: Edit) -> list[int]:
    """Return the hashes of what an edit puts in the place of what, alone and between its neighbours."""
    small = ("^", "^", *sentence.small, "$", "$")
    tags = ("^", *sentence.tags, "$", "$")
    start, end = edit.start, edit.end
    before, last = small[start : start + 2]
    then, beyond = small[end + 2 : end + 4]
    left, right = tags[start], tags[end + 1]
    what = f"{edit.kind} {' '.join(small[start + 2 : end + 2])}>{' '.join(edit.words).lower()}"
    if edit.kind in {Kind.FORM, Kind.ORDER, Kind.COLLOCATION}:
        own = small[start + 2]
        what = f"{edit.kind} {own[-2:]}>{edit.words[0].lower()[-2:]} {tags[start + 1]}"
    names = (
        f"a{what}",
        f"b{what}|{left}",
        f"c{what}|{right}",
        f"d{what}|{left}|{right}",
        f"e{what}|{last}",
        f"f{what}|{then}",
        f"g{what}|{last}|{then}",
        f"h{what}|{before} {last}",
        f"i{what}|{then} {beyond}",
        f"j{edit.kind}|{left}|{right}",
        f"k{edit.kind}|{last}",
        f"l{edit.kind}|{then}",
    )
    return [crc32(name.encode("utf-8", "surrogatepass")) & _MASK for name in names]
