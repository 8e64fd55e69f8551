"""Learn the part-of-speech tagger of newsfix.models from treebanks of Universal Dependencies.

    python -m tools.train_tagger TREEBANKS [--held-out] [--rows N] [--epochs N N] [--seed N] [--out FILE]

TREEBANKS is the folder pos of the data that benchmarks/README.md describes; its *-train files are read.
With --held-out, every tenth document is kept apart, accuracy is measured on them, and the table is written
only to --out: that is for choosing settings. Takes some minutes and 2 GB; the same seed gives the same table.
"""

import argparse
import random
import struct
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.tagger import Sentence, read_treebank
from newsfix.models import Tag, features
from newsfix.models.features import ALWAYS, EDGE, EDGE_LOOK, FOLLOWS, LEADS, TAGS, Look
from newsfix.models.table import BIAS, Table, hashed, pack
from newsfix.models.tagger import Tagger

OUT = Path(__file__).parent.parent / "src/newsfix/models/data/tagger.bin"
NUMBER = {tag: number for number, tag in enumerate(TAGS)}
#: What is learned from. ParTUT is left out: its forms of verbs contradict one another, and finite verbs
#: are found better without it, even its own.
TREEBANKS = ("en_ewt", "en_gum", "en_lines")
#: Those whose labels are the standard for closed-class words.
STANDARD = ("en_ewt", "en_gum")

# While learning, a feature's weights are one long integer, as in newsfix.models.table, but wider.
_BITS = 32
_BYTES = _BITS // 8 * len(TAGS) + 4
_unpack = struct.Struct(f"<{len(TAGS)}I4x").unpack
_HALF = sum(1 << 31 << _BITS * tag for tag in range(len(TAGS)))
_WIDE_BITS = 64

Words = list[tuple[str, int]]


def treebanks(folder: Path) -> Iterator[tuple[str, list[list[Sentence]]]]:
    """Yield every training set: its name and its documents."""
    for name in TREEBANKS:
        path = folder / f"{name}-train.conllu.xz"
        if not path.exists():
            sys.exit(f"there is no {path}")
        documents: list[list[Sentence]] = []
        for sentence in read_treebank(path):
            # A treebank that does not say where documents begin is cut into pieces.
            if sentence.starts_document or len(documents[-1]) >= 40:
                documents.append([])
            documents[-1].append(sentence)
        yield name, documents


def alike(
    sets: dict[str, list[list[Sentence]]],
) -> dict[str, list[list[Words]]]:
    """Return the words and tags of all sets, labelled as the standard treebanks label them.

    LinES and ParTUT differ from EWT and GUM in a few frequent words ("all", "when"): a tag that
    these give to hardly any of 30 uses or more is replaced by the one they give most.
    """
    uses: dict[str, Counter[Tag]] = defaultdict(Counter)
    for name in STANDARD:
        for document in sets[name]:
            for sentence in document:
                for word in sentence.words:
                    uses[features.key_of(word.text)][word.tag] += 1

    def label(name: str, text: str, tag: Tag) -> int:
        seen = uses[features.key_of(text)]
        if name not in STANDARD and seen.total() >= 30 and seen[tag] < 0.01 * seen.total():
            tag = seen.most_common(1)[0][0]
        return NUMBER[tag]

    return {
        name: [
            [
                [(word.text, label(name, word.text, word.tag)) for word in sentence.words]
                for sentence in document
            ]
            for document in documents
        ]
        for name, documents in sets.items()
    }


def sequences(documents: Iterable[list[Words]], chance: random.Random) -> Iterator[Words]:
    """Yield sentences one by one, or two or three together: texts have no ends of sentences marked."""
    for document in documents:
        at = 0
        while at < len(document):
            size = chance.choice((1, 1, 1, 2, 3))
            yield [word for sentence in document[at : at + size] for word in sentence]
            at += size


def recased(words: Words, chance: random.Random) -> Words:
    """Return a sentence in other letters: small, capitals, Title Case, or wrong here and there."""
    way = chance.random()
    if way < 0.3:
        return [(word.lower(), tag) for word, tag in words]
    if way < 0.45:
        return [(word.upper(), tag) for word, tag in words]
    if way < 0.65:
        longest_kept = chance.choice((0, 3))  # many headlines keep short words small
        return [
            (word if len(word) <= longest_kept else word[:1].upper() + word[1:], tag)
            for word, tag in words
        ]
    share = chance.choice((0.1, 0.25))
    return [(_swapped(word) if chance.random() < share else word, tag) for word, tag in words]


def _swapped(word: str) -> str:
    return word.lower() if word[:1].isupper() else word.capitalize()


def classes(sequences: Sequence[Words]) -> dict[str, int]:
    """Return the class of every word that occurs often enough: which tags it takes, as bits."""
    uses: dict[str, Counter[int]] = defaultdict(Counter)
    for words in sequences:
        for word, tag in words:
            uses[features.key_of(word)][tag] += 1
    found = {}
    for key, seen in uses.items():
        total = seen.total()
        if total < 3:
            continue
        best, most = seen.most_common(1)[0]
        if total >= 30 and most >= 0.99 * total:
            found[key] = ALWAYS | LEADS | FOLLOWS | 1 << best
        else:
            often = [tag for tag, times in seen.most_common(4) if times >= 0.05 * total]
            found[key] = LEADS | FOLLOWS | sum(1 << tag for tag in often)
    return found


class _Seen(NamedTuple):
    """A word's look, with the numbers of the features that depend on it alone."""

    look: Look
    always: int
    number: int
    outline: int
    own: tuple[int, ...]
    a: tuple[int, ...]
    b: tuple[int, ...]
    y: tuple[int, ...]
    z: tuple[int, ...]


class Learner:
    """An averaged perceptron (Collins, 2002) that tags as newsfix.models.Tagger does, while it learns."""

    def __init__(self, known: dict[str, int], allowed: set[int] | None = None) -> None:
        self.known = known
        self.allowed = allowed
        self.ids: dict[int, int] = {}
        self.weights: list[int] = []
        self.sums: list[int] = []
        self.seen: list[int] = []
        self.steps = 0
        self._outlines: dict[tuple[bytes, str], int] = {}
        self._pairs: dict[tuple[int, int], tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self._looks: dict[str, _Seen] = {}
        self._lists: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._edge = self._looks[""] = self._numbered(EDGE_LOOK, -1)

    def look(self, word: str) -> "_Seen":
        """Return how a word looks, numbered."""
        found = self._looks.get(word)
        if found is None:
            look, always = features.look_at(word, self.known.get(features.key_of(word)))
            found = self._looks[word] = self._numbered(look, always)
        return found

    def _numbered(self, look: Look, always: int) -> "_Seen":
        outline = self._outlines.setdefault(look.outline, len(self._outlines))
        lists = [self.number(features.beside(place, look)) for place in "abyz"]
        own = self.number(features.own(look))
        return _Seen(look, always, len(self._looks), outline, own, *lists)

    def number(self, hashes: Iterable[int]) -> tuple[int, ...]:
        """Return the numbers of features, new ones for new features."""
        found = []
        for feature in hashes:
            if self.allowed is not None and feature not in self.allowed:
                continue
            number = self.ids.setdefault(feature, len(self.weights))
            if number == len(self.weights):
                self.weights.append(0)
                self.sums.append(0)
                self.seen.append(0)
            found.append(number)
        return tuple(found)

    def learn(self, words: Words) -> int:
        """Tag a sequence, learn from every mistake, and return how many there were."""
        weights, lists, number = self.weights, self._lists, self.number
        one = two = self._edge
        last = before = EDGE
        state = errors = 0
        looks = [self.look(word) for word, _ in words]
        following = [*looks[1:], self._edge, self._edge]
        for at, seen in enumerate(looks):
            gold = words[at][1]
            best = seen.always
            if best < 0:
                then = following[at]
                look = seen.look
                outlines = look.outline, then.look.outline
                history = lists.get((seen.number, state, last, before))
                if history is None:
                    past = features.context(state, last, before)
                    history = number(
                        [
                            *features.kind_history(look, past),
                            *features.ending_history(look, past),
                            *features.key_history(look, past),
                        ]
                    )
                    lists[seen.number, state, last, before] = history
                behind = self._pair(one, seen)[1]
                front = self._pair(seen, then)[0]
                ahead = lists.get((last, seen.outline, then.outline))
                if ahead is None:
                    ahead = number(features.ahead(last, *outlines))
                    lists[last, seen.outline, then.outline] = ahead
                around = lists.get((-1, one.outline, seen.outline, then.outline))
                if around is None:
                    around = number(features.around(one.look.outline, *outlines))
                    lists[-1, one.outline, seen.outline, then.outline] = around
                active = (
                    *(seen.own + one.a + two.b + then.y + following[at + 1].z),
                    *(history + behind + front + ahead + around),
                )
                total = _HALF + sum([weights[feature] for feature in active])
                sums = _unpack(total.to_bytes(_BYTES, "little"))
                best = sums.index(max(sums))
                self.steps += 1
                if best != gold:
                    errors += 1
                    self._correct(active, gold, best)
            state = features.next_state(state, features.role_of(seen.look.key), TAGS[best])
            before, last = last, best
            two, one = one, seen
        return errors

    def _pair(self, first: "_Seen", second: "_Seen") -> tuple[tuple[int, ...], tuple[int, ...]]:
        found = self._pairs.get((first.number, second.number))
        if found is None:
            of_first, of_second = features.pair(first.look, second.look)
            found = self.number(of_first), self.number(of_second)
            self._pairs[first.number, second.number] = found
        return found

    def flagged(self, kept: set[int]) -> dict[str, int]:
        """Return the known words; those that begin or end a pair that is kept say so."""
        leads, follows = set(), set()
        looks = {seen.number: seen.look for seen in self._looks.values()}
        for one, two in self._pairs:
            first, second = looks[one], looks[two]
            alone = features.pair(first, second._replace(follows=False))
            if not kept.isdisjoint((*alone[0], *alone[1])):
                leads.add(first.key)
            # With these, pairs that need both words.
            alone = features.pair(first._replace(leads=False), second)
            if not kept.isdisjoint((*alone[0], *alone[1])):
                follows.add(second.key)
            both = features.pair(first, second)
            if len(both[0]) == 3 and not kept.isdisjoint((both[0][1], both[1][1])):
                leads.add(first.key)
                follows.add(second.key)
        found = {}
        for key, value in self.known.items():
            name = key.encode("utf-8", "surrogatepass")
            flags = (LEADS if name in leads else 0) | (FOLLOWS if name in follows else 0)
            found[key] = value & ~(LEADS | FOLLOWS) | flags
        return found

    def _correct(self, active: Sequence[int], gold: int, guess: int) -> None:
        """Move the weights of a mistake's features towards the right tag."""
        narrow = (1 << _BITS * gold) - (1 << _BITS * guess)
        wide = ((1 << _WIDE_BITS * gold) - (1 << _WIDE_BITS * guess)) * self.steps
        for feature in active:
            self.weights[feature] += narrow
            self.sums[feature] += wide
            self.seen[feature] += 1

    def averaged(self) -> dict[int, list[float]]:
        """Return the average of the weights over all steps, of every feature that ever mattered."""
        return {
            name: [
                weight - total / self.steps
                for weight, total in zip(
                    _signed(self.weights[number], _BITS),
                    _signed(self.sums[number], _WIDE_BITS),
                    strict=True,
                )
            ]
            for name, number in self.ids.items()
            if self.seen[number]
        }


def _signed(packed: int, bits: int) -> list[int]:
    """Return the signed lanes of a long integer."""
    half, mask = 1 << bits - 1, (1 << bits) - 1
    packed += sum(half << bits * tag for tag in range(len(TAGS)))
    return [(packed >> bits * tag & mask) - half for tag in range(len(TAGS))]


def train(
    documents: list[list[Words]],
    known: dict[str, int],
    allowed: set[int] | None,
    epochs: int,
    seed: int,
) -> Learner:
    """Learn for some epochs; each shows the sentences anew, in another order, and recased copies."""
    learner = Learner(known, allowed)
    chance = random.Random(seed)  # noqa: S311 - the same every time
    for epoch in range(epochs):
        started = time.perf_counter()
        shown = list(sequences(documents, chance))
        shown += [recased(words, chance) for words in shown if chance.random() < 0.6]
        chance.shuffle(shown)
        errors = sum(map(learner.learn, shown))
        total = sum(map(len, shown))
        print(
            f"epoch {epoch + 1}: {errors / total:.4f} wrong of {total}, {len(learner.ids)} features,"
            f" {time.perf_counter() - started:.0f} s",
            flush=True,
        )
    return learner


def heaviest(learner: Learner, rows: int) -> set[int]:
    """Return the features that move the most decisions: heavy, and often in play."""
    worth = {
        name: (max(weights) - min(weights)) * learner.seen[learner.ids[name]] ** 0.5
        for name, weights in learner.averaged().items()
    }
    return set(sorted(worth, key=lambda name: (-worth[name], name))[:rows])


def table(learner: Learner) -> bytes:
    """Return the table of a learner, its weights rounded to eight bits."""
    averaged = learner.averaged()
    sizes = sorted(abs(weight) for weights in averaged.values() for weight in weights if weight)
    # The few weights beyond are cut: finer steps for all others are worth more.
    scale = 127 / sizes[int(0.9995 * len(sizes))]
    rows = {}
    for feature, weights in averaged.items():
        row = [max(-127, min(127, round(weight * scale))) for weight in weights]
        if any(row):
            rows[feature] = bytes(weight + BIAS for weight in row)
    known = learner.flagged(set(rows))
    return pack(len(TAGS), rows, {hashed(key): value for key, value in known.items()})


def accuracy(tagger: Tagger, documents: Iterable[list[Words]]) -> tuple[float, float, float]:
    """Return the accuracy of all tags, of the universal ones, and F1 of finite verbs."""
    total = right = universal = said = there = both = 0
    for document in documents:
        for words in document:
            for tag, (_, number) in zip(
                tagger.tag_words([word for word, _ in words]), words, strict=True
            ):
                gold = TAGS[number]
                total += 1
                right += tag is gold
                universal += tag.universal == gold.universal
                said += tag.is_finite
                there += gold.is_finite
                both += tag.is_finite and gold.is_finite
    return right / total, universal / total, 2 * both / (said + there)


def main() -> int:
    """Learn twice: with all features, to find the heaviest, then with these alone."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--rows", type=int, default=65_000)
    parser.add_argument("--epochs", type=int, nargs=2, default=(4, 8))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    sets = alike(dict(treebanks(options.treebanks)))
    every = [document for documents in sets.values() for document in documents]
    if options.held_out:
        tests = {name: documents[::10] for name, documents in sets.items()}
        every = [
            document
            for documents in sets.values()
            for at, document in enumerate(documents)
            if at % 10
        ]
    known = classes([words for document in every for words in document])
    print(f"{len(known)} known words, {sum(map(ALWAYS.__le__, known.values()))} with one tag")
    first = train(every, known, None, options.epochs[0], options.seed)
    kept = heaviest(first, options.rows)
    del first
    data = table(train(every, known, kept, options.epochs[1], options.seed))
    print(f"{len(data)} bytes")
    out = options.out or (None if options.held_out else OUT)
    if out:
        out.write_bytes(data)
    if not options.held_out:
        tests = {f"{name} (learned from)": documents[::10] for name, documents in sets.items()}
    report(Tagger(Table(data)), tests)
    return 0


def report(tagger: Tagger, tests: dict[str, list[list[Words]]]) -> None:
    """Print the accuracy on sets, as they are and recased."""
    chance = random.Random(0)  # noqa: S311 - the same every time
    print("set: all tags, universal tags, F1 of finite verbs")
    for name, documents in tests.items():
        other = [[recased(words, chance) for words in document] for document in documents]
        for title, some in ((name, documents), (f"{name}, recased", other)):
            print(f"{title}:", *(f"{share:.4f}" for share in accuracy(tagger, some)))


if __name__ == "__main__":
    sys.exit(main())
