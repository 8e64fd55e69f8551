"""Measure the part-of-speech tagger, and write it as JSON and as a table.

    python -m benchmarks.tagger [DATA] [--out FOLDER] [--card]

The development sets in DATA/pos are tagged: cut by the treebank, from raw text on, and in other
letters; clauses and fragments are told apart. --card puts the figures into docs/models/tagger.md.
"""

import argparse
import lzma
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.data import MissingDataError, data_folder
from benchmarks.publish import publish
from newsfix import Span
from newsfix.models import Tag, has_finite_clause, has_main_clause, tag
from newsfix.models.table import Table
from newsfix.models.tagger import Tagger, tagger

_ROOT = Path(__file__).parent.parent
_OUT = _ROOT / "results"
CARD = _ROOT / "docs/models/tagger.md"
WEIGHTS = _ROOT / "src/newsfix/models/data/tagger.bin"

_MODALS = frozenset("do can could will would shall should may might must".split())


class Gold(NamedTuple):
    """A word of a treebank: where it is in the sentence, its tag, its place in the tree."""

    text: str
    span: Span
    tag: Tag
    head: int  #: index of the head, -1 for the root
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank as it was written, and its words."""

    raw: str
    words: tuple[Gold, ...]
    starts_document: bool


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file that is packed with xz."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        raw, rows, new = "", [], True
        for line in file:
            if line.startswith("# text = "):
                raw = line[9:].rstrip("\n")
            elif line.startswith("# newdoc"):
                new = True
            elif line[:1].isdigit():
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif line == "\n" and rows:
                yield _sentence(raw, rows, starts_document=new)
                rows, new = [], False


def _sentence(raw: str, rows: list[list[str]], *, starts_document: bool) -> Sentence:
    words = []
    position = 0
    for row in rows:
        # Words follow one another; space may stand between them, and in a few of them.
        start = raw.find(row[1], position)
        if start < 0 or raw[position:start].strip():
            start = position
        position = start + len(row[1])
        words.append(Gold(row[1], Span(start, position), _tag(row, rows), int(row[6]) - 1, row[7]))
    return Sentence(raw, tuple(words), starts_document)


def _tag(row: list[str], rows: list[list[str]]) -> Tag:
    """Return our tag of a row of CoNLL-U: the universal one, verbs split by form."""
    universal, what = row[3], row[5]
    if universal not in ("VERB", "AUX"):
        return Tag(universal)
    form = "Fin"
    if "VerbForm=Ger" in what or ("VerbForm=Part" in what and "Tense=Pres" in what):
        form = "Ger"
    elif "VerbForm=Part" in what:
        form = "Part"
    elif "VerbForm=Inf" in what or _is_governed(row, rows):
        form = "Inf"
    elif "Mood=Imp" in what and universal == "VERB":
        form = "Imp"
    return Tag(f"{universal}.{form}")


def _is_governed(row: list[str], rows: list[list[str]]) -> bool:
    """Say whether "to" or a modal stands before a verb: ParTUT calls some such infinitives finite."""
    return any(
        other[6] == row[0]
        and int(other[0]) < int(row[0])
        and (
            (other[7] == "aux" and other[2] in _MODALS)
            or (other[7] == "mark" and other[1].lower() == "to")
        )
        for other in rows
    )


@dataclass(slots=True)
class Scores:
    """What is counted of tags: tokens, right ones, and finite verbs said, there, and both."""

    tokens: int = 0
    right: int = 0
    universal: int = 0
    said: int = 0
    there: int = 0
    both: int = 0

    def add(self, guess: Tag, gold: Tag) -> None:
        """Count one word."""
        self.tokens += 1
        self.right += guess is gold
        self.universal += guess.universal == gold.universal
        self.said += guess.is_finite
        self.there += gold.is_finite
        self.both += guess.is_finite and gold.is_finite

    def as_record(self) -> dict[str, Any]:
        """Return the shares for JSON."""
        return {
            "tokens": self.tokens,
            "universal": round(self.universal / self.tokens, 4),
            "tags": round(self.right / self.tokens, 4),
            **_shares("finite", self.said, self.there, self.both),
        }


def _shares(name: str, said: int, there: int, both: int) -> dict[str, Any]:
    """Return precision, recall and F1; nothing where there is nothing to find."""
    return {
        f"{name}_precision": round(both / said, 4) if said and there else None,
        f"{name}_recall": round(both / there, 4) if there else None,
        f"{name}_f1": round(2 * both / (said + there), 4) if there else None,
    }


#: How sentences are written anew, to see what the tagger owes to capitals.
WRITTEN: dict[str, Callable[[str, random.Random], str]] = {
    "as it is": lambda word, _: word,
    "small letters": lambda word, _: word.lower(),
    "Title Case": lambda word, _: word[:1].upper() + word[1:],
    "ALL CAPITALS": lambda word, _: word.upper(),
    "stray capitals": lambda word, chance: word.capitalize() if chance.random() < 0.1 else word,
}


def on_words(sentences: Sequence[Sentence], written: str) -> dict[str, Any]:
    """Measure the tags of words that the treebank has cut."""
    scores = Scores()
    chance = random.Random(0)  # noqa: S311 - the same letters every time
    rewrite = WRITTEN[written]
    for sentence in sentences:
        words = [rewrite(word.text, chance) for word in sentence.words]
        for guess, word in zip(tagger().tag_words(words), sentence.words, strict=True):
            scores.add(guess, word.tag)
    return scores.as_record()


def on_text(sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Measure from raw text on, document by document: a word counts if span and tag are right."""
    said = there = cut = right = finite_said = finite_there = finite = 0
    for document in _documents(sentences):
        gold: dict[Span, Tag] = {}
        pieces = []
        position = 0
        for sentence in document:
            gold |= {
                Span(position + word.span.start, position + word.span.end): word.tag
                for word in sentence.words
            }
            pieces.append(sentence.raw)
            position += len(sentence.raw) + 1
        found = {token.span: token.tag for token in tag(" ".join(pieces))}
        same = found.keys() & gold.keys()
        said += len(found)
        there += len(gold)
        cut += len(same)
        right += sum(found[span] is gold[span] for span in same)
        finite_said += sum(tag.is_finite for tag in found.values())
        finite_there += sum(tag.is_finite for tag in gold.values())
        finite += sum(found[span].is_finite and gold[span].is_finite for span in same)
    return {
        **_shares("words", said, there, cut),
        **_shares("tags", said, there, right),
        **_shares("finite", finite_said, finite_there, finite),
    }


def _documents(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.starts_document and document:
            yield document
            document = []
        document.append(sentence)
    yield document


class Piece(NamedTuple):
    """A stretch of a sentence, and what the tree says of it."""

    what: str
    raw: str
    has_finite: bool
    is_main: bool


def _pieces(sentence: Sentence) -> Iterator[Piece]:
    """Yield the whole sentence, and the phrases and clauses that its tree holds."""
    words = sentence.words
    below: list[set[int]] = [{at} for at in range(len(words))]
    for at in range(len(words)):
        head, steps = words[at].head, 0
        while head >= 0 and steps < len(words):
            below[head].add(at)
            head, steps = words[head].head, steps + 1
    root = next((at for at, word in enumerate(words) if word.head < 0), 0)
    finite = {at for at, word in enumerate(words) if word.tag.is_finite}
    yield Piece("sentence", sentence.raw, bool(finite), _is_finite_clause(words, root, finite))
    for at, word in enumerate(words):
        size = len(below[at])
        if not 2 <= size <= 25 or max(below[at]) - min(below[at]) + 1 != size:
            continue
        relation = word.relation.partition(":")[0]
        raw = sentence.raw[words[min(below[at])].span.start : words[max(below[at])].span.end]
        if relation in {"nsubj", "obj", "obl", "nmod", "appos"} and not word.tag.is_verb:
            if below[at] & finite:
                yield Piece("phrase with a clause", raw, has_finite=True, is_main=False)
            else:
                yield Piece("phrase", raw, has_finite=False, is_main=False)
        elif relation in {"advcl", "acl", "ccomp"} and _is_finite_clause(words, at, finite):
            opened = words[min(below[at])]
            if opened.tag is Tag.SCONJ or opened.text.lower() in {"who", "which", "when", "where"}:
                yield Piece("subordinate clause", raw, has_finite=True, is_main=False)
        elif relation in {"advcl", "acl"} and not below[at] & finite:
            yield Piece("clause without finite verb", raw, has_finite=False, is_main=False)


def _is_finite_clause(words: Sequence[Gold], root: int, finite: set[int]) -> bool:
    """Say whether the predicate at ``root``, or an auxiliary or copula of it, is finite."""
    return root in finite or any(
        words[at].head == root and words[at].relation.partition(":")[0] in {"aux", "cop"}
        for at in finite
    )


def on_clauses(sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Measure the two questions about clauses, each piece of a sentence tagged by itself."""
    results: dict[str, Any] = {}
    pieces = [piece for sentence in sentences for piece in _pieces(sentence)]
    answers = [(piece, tag(piece.raw)) for piece in pieces]
    for name, ask in (("finite clause", has_finite_clause), ("main clause", has_main_clause)):
        kinds: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        for piece, tokens in answers:
            truth = piece.has_finite if ask is has_finite_clause else piece.is_main
            for kind in (piece.what, "all"):
                kinds[kind].append((ask(tokens), truth))
        for kind, pairs in sorted(kinds.items()):
            said, there = sum(guess for guess, _ in pairs), sum(gold for _, gold in pairs)
            both = sum(guess and gold for guess, gold in pairs)
            results[f"{name}: {kind}"] = {
                "pieces": len(pairs),
                "yes": there,
                "right": round(sum(guess == gold for guess, gold in pairs) / len(pairs), 4),
                **_shares("yes", said, there, both),
            }
    return results


def speed(sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Return how long loading takes, and the tokens a second of a new tagger and of a used one."""
    text = "\n".join(sentence.raw for sentence in sentences)
    started = time.perf_counter()
    fresh = Tagger(Table(WEIGHTS.read_bytes()))
    loaded = time.perf_counter()
    tokens = len(fresh.tag(text))
    first = time.perf_counter()
    fresh.tag(text)
    again = time.perf_counter()
    return {
        "load_ms": round(1000 * (loaded - started), 1),
        "tokens_per_second_new": round(tokens / (first - loaded)),
        "tokens_per_second_used": round(tokens / (again - first)),
        "characters_per_token": round(len(text) / tokens, 2),
    }


def measure(
    folder: Path, treebank: str = "*", writings: Iterable[str] = tuple(WRITTEN)
) -> dict[str, Any]:
    """Return the accuracy figures of the development sets in ``folder``, all of them if nothing is said."""
    results: dict[str, Any] = {}
    for path in sorted((folder / "pos").glob(f"{treebank}-dev.conllu.xz")):
        sentences = list(read_treebank(path))
        results[path.name.removesuffix(".conllu.xz")] = {
            "words": {written: on_words(sentences, written) for written in writings},
            "text": on_text(sentences),
            "clauses": on_clauses(sentences),
        }
    if not results:
        raise MissingDataError(f"there is no pos/*-dev.conllu.xz in {folder}")
    return results


def tables(results: dict[str, Any]) -> str:
    """Return the figures as Markdown tables, as the model card has them."""
    return "\n".join(_tables(results)) + "\n"


def _tables(results: dict[str, Any]) -> Iterator[str]:
    shares = ("precision", "recall", "f1")
    yield "### Words as the treebank cuts them"
    yield ""
    yield from _head(
        "set", "written", "tokens", "UPOS", "tags", "finite P", "finite R", "finite F1"
    )
    for name, one in results.items():
        for written, row in one["words"].items():
            finite = (row[f"finite_{share}"] for share in shares)
            yield _row(name, written, row["tokens"], row["universal"], row["tags"], *finite)
    yield from ("", "### From raw text on (F1 of spans, of spans with tags, finite verbs)", "")
    yield from _head("set", "spans", "tags", "finite P", "finite R", "finite F1")
    for name, one in results.items():
        row = one["text"]
        finite = (row[f"finite_{share}"] for share in shares)
        yield _row(name, row["words_f1"], row["tags_f1"], *finite)
    yield from ("", "### Clauses", "")
    yield from _head("set", "question: of what", "pieces", "yes", "right", "P", "R", "F1")
    for name, one in results.items():
        for kind, row in one["clauses"].items():
            rest = (row[f"yes_{share}"] for share in shares)
            yield _row(name, kind, row["pieces"], row["yes"], row["right"], *rest)


def _head(*cells: str) -> Iterator[str]:
    yield _row(*cells)
    yield _row(*["---"] * len(cells))


def _row(*cells: object) -> str:
    return "| " + " | ".join("–" if cell is None else str(cell) for cell in cells) + " |"


def card(figures: str) -> str:
    """Return the model card with ``figures``, and the size and hash of the weights, put in place."""
    data = WEIGHTS.read_bytes()
    facts = f"{len(data)} bytes, SHA-256 `{sha256(data).hexdigest()}`\n"
    text = CARD.read_text("utf-8")
    for name, content in (("figures", figures), ("weights", facts)):
        start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        text = text[: text.index(start) + len(start)] + content + text[text.index(end) :]
    return text


def main() -> int:
    """Measure, print and write; return 1 if there is no data."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--card", action="store_true")
    options = parser.parse_args()
    try:
        folder = data_folder(options.data)
        results = measure(folder)
        sentences = list(read_treebank(folder / "pos/en_gum-dev.conllu.xz"))
    except (MissingDataError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    figures = tables(results)
    if options.card:
        CARD.write_text(card(figures), "utf-8")
    times = speed(sentences)
    figured = {"sets": results, "speed": times}
    publish(options.out, "tagger", figured, f"# Tagger\n\n{figures}")
    print(figures)
    print(*(f"{name}: {value}" for name, value in times.items()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
