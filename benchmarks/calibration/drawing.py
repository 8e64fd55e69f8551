"""Which proposals are judged: so many of each rule, spread over sets, none twice."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.calibration.judged import Proposal
from benchmarks.data import Document, clean_documents, translated_documents
from benchmarks.quality.verdicts import digest
from newsfix import Finding, Pipeline
from newsfix.normalisers import FAMILIES, family
from newsfix.pipeline.guard import guard
from newsfix.text import Text

_CONTEXT = 160  # characters


class Drawn(NamedTuple):
    """A proposal with what a judge sees of it."""

    proposal: Proposal
    message: str
    shown: str


def documents(folder: Path, every: int, seed: int) -> Iterator[Document]:
    """Yield machine-translated articles, one of ``every``, then edited ones, as seldom."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    clean = (Document("clean", str(at), text) for at, text in enumerate(clean_documents(folder)))
    for some in (translated_documents(folder), clean):
        yield from (document for document in some if chance.random() * every < 1)


def proposals(document: Document, pipeline: Pipeline) -> Iterator[Drawn]:
    """Yield what the rules state of a text after its sure faults were repaired: what is left to people."""
    text = Text(pipeline.run(document.text).text)
    for one in map(family, FAMILIES):
        by_default = {rule.code for rule in one.rules if rule.default}
        for finding in one.find(text):
            if finding.code in by_default:
                yield _drawn(document, text, guard(finding, text))


def repairs(document: Document, pipeline: Pipeline) -> Iterator[Drawn]:
    """Yield what is applied to a text by default, in the text as it was."""
    text = Text(document.text)
    for finding in pipeline.run(document.text).applied:
        yield _drawn(document, text, finding)


def draw(found: Iterable[Drawn], of_each: int, seed: int) -> list[Drawn]:
    """Return ``of_each`` proposals of every rule, as many from one set as from another while there are any.

    Of those that show the same words of one article, one is taken.
    """
    chance = random.Random(seed)  # noqa: S311 - the same every time
    by_rule: dict[str, dict[str, list[Drawn]]] = defaultdict(lambda: defaultdict(list))
    seen = set()
    for one in found:
        article = one.proposal.id.partition("|")[0]
        what = (one.proposal.code, one.proposal.set, article, one.shown.partition("⟦")[2][:40])
        if what not in seen:
            seen.add(what)
            by_rule[one.proposal.code][one.proposal.set].append(one)
    return [
        one
        for _, by_set in sorted(by_rule.items())
        for one in _in_turns(
            [_shuffled(some, chance) for _, some in sorted(by_set.items())], of_each
        )
    ]


def _shuffled(some: Sequence[Drawn], chance: random.Random) -> list[Drawn]:
    return chance.sample(some, len(some))


def _in_turns(lists: Sequence[list[Drawn]], most: int) -> list[Drawn]:
    taken: list[Drawn] = []
    while len(taken) < most and any(lists):
        taken += [some.pop() for some in lists if some]
    return taken[:most]


def _drawn(document: Document, text: Text, finding: Finding) -> Drawn:
    raw = text.raw
    fix = finding.fixes[0] if finding.fixes else None
    start, end = fix.span if fix else finding.span
    edit = f"⟦{raw[start:end]} → {fix.replacement}⟧" if fix else f"⟦{raw[start:end]}⟧"
    proposal = Proposal(
        document.set,
        document.id,
        digest(raw),
        start,
        end,
        digest(fix.replacement) if fix else "",
        finding.code,
        round(finding.confidence, 3),
        round(fix.confidence, 3) if fix else None,
    )
    shown = f"{raw[max(0, start - _CONTEXT) : start]}{edit}{raw[end : end + _CONTEXT]}"
    return Drawn(proposal, finding.message, shown)
