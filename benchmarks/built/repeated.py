"""Words, phrases, sentences and paragraphs that stand twice, and the loops of neural systems."""

import random
import re
from collections.abc import Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import every_sentence, paragraphs, sentences, some
from newsfix import Span

_WORD = re.compile(r"(?<= )(?:[a-z]{5,}|the|of|to|in|and|for|with|on|a|was|is|by|from)(?= [a-z])")
_PHRASE = re.compile(r"(?<= )[a-z]{2,}(?: [a-z]+){2,5}(?= [a-z])")
_LOOP = re.compile(r"(?<= )(?:of|in|to|for|and|with|on) [a-z]+(?: [a-z]+){0,2}(?= [a-z])")
_WITHIN = {"word": _WORD, "phrase": _PHRASE, "loop": _LOOP}


def repeated(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan repetitions of five kinds."""
    gap = "\n\n" if "\n\n" in text else "\n"
    inner = list(every_sentence(text))
    for span in some(chance, inner, 3):
        kind = chance.choice(tuple(_WITHIN))
        found = list(_WITHIN[kind].finditer(text, *span))
        if found:
            match = chance.choice(found)
            times = chance.randint(2, 5) if kind == "loop" else 1
            more = f" {match[0]}" * times
            yield Plan(f"repeated/{kind}", (Edit(Span(match.end(), match.end()), more),))
    whole = paragraphs(text)
    for span in some(chance, whole, 1):
        for sentence in some(chance, sentences(text, span), 1):
            if len(sentence.of(text)) > 30 and sentence != span:
                end = Span(sentence.end, sentence.end)
                yield Plan("repeated/sentence", (Edit(end, f" {sentence.of(text)}"),))
    for span in some(chance, whole, 1):
        later = chance.choice([span, *(other for other in whole if other > span)][:4])
        end = Span(later.end, later.end)
        yield Plan("repeated/paragraph", (Edit(end, f"{gap}{span.of(text)}"),))
