"""QUO107."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix, flag
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Place, Text
from newsfix.text.attribution import attribution_at
from newsfix.text.quotations import Orphan
from newsfix.text.sentences import place_of
from newsfix.text.single_quotes import single_quoted

_OPENS = Pattern(r"(?<![\p{L}\p{N}])‘(?=\p{L})(?!(?:[Tt]is|[Tt]was|em|til|cause)\b)")
_MAY_CLOSE = Pattern(r"(?<=[\p{L}\p{N}.,!?])['’](?![\p{L}\p{N}])")
_STOP = Pattern(r"(?:[,!?]|\.)(?=[ ])")
_END = Pattern(r"[.!?…]+(?=\s|\Z)|\Z")
_SENTENCE = Pattern(r"[.!?…]\Z")
# The attribution ends its sentence, and with it the paragraph, or the next quotation begins.
# "It was late, Ana Ruiz, one of the guests said": the name belongs to the attribution.
_NAMED = Pattern(r",[ ](?:\p{Lu}[\p{L}’'-]+[ ]?){1,3}\Z")
# He "agreed to leave.
_PARTIAL = Pattern(r"(?<=\p{Ll}[ ])(?:[\"“„«])\p{Ll}")
_REST = Pattern(r"[^.!?:\n]{0,80}[.!?]\s*\Z")


@rule(
    "QUO107",
    "unclosed-quotation",
    changes={
        "“It is late, he said.": "“It is late,” he said.",
        '"We have won, said Ms Lowe on Monday.': '"We have won," said Ms Lowe on Monday.',
        "“Is it late? asked the mayor.": "“Is it late?” asked the mayor.",
        "“We won, he said. “It was hard.”": "“We won,” he said. “It was hard.”",
    },
    flags=["They showed ‘a lack of care and left.", 'He "agreed to leave on Monday.'],
    keeps=[
        "“We came early.\n\n“We left late,” he said.",
        "He wrote: “We came.”",
        'The 5" nail and the 6\'2" guard',
    ],
    needs=('"', "“", "„", "«", "‘"),
)
def unclosed_quotation(text: Text) -> Iterator[Finding]:
    """A quotation that is opened and never closed.

    Where it ends is known only if words of attribution bound it: "“It is late, he said." Elsewhere
    the end of the paragraph is a guess. A text of one paragraph may be an excerpt, whose quotation
    goes on behind it: there it is hardly a fault, unless it is a part of a sentence that is quoted,
    which never goes on. A quotation over several paragraphs opens in each of them and closes in
    the last; that is right.
    """
    raw = text.raw
    for orphan in text.quotations.orphans:
        if not orphan.opens:
            continue
        message = "A quotation that is never closed."
        found = _bounded(text, orphan)
        if found is not None:
            at, sure, wrong = *found, 0.95
        else:
            at, sure, wrong = orphan.reach.end, *_guess(text, orphan)
            if not _SENTENCE.search(orphan.reach.of(raw)):
                yield flag(orphan.mark, message, wrong)
                continue
        mark = {"“": "”", "„": "“", "«": "»"}.get(orphan.mark.of(raw), orphan.mark.of(raw))
        yield Finding("", orphan.mark, message, wrong, (Fix(Span(at, at), mark, sure),))
    yield from _single(text)


def _guess(text: Text, orphan: Orphan) -> tuple[float, float]:
    """Return how sure it is that a quotation ends with its paragraph, and that a mark is missing.

    In segments of translated news one in twenty was closed there by human translators
    (benchmarks: reliability).
    """
    if len(text.paragraphs) > 1:
        return 0.3, 0.85
    return (0.1, 0.8) if _PARTIAL.match(text.raw, orphan.mark.start) else (0.1, 0.4)


def _single(text: Text) -> Iterator[Finding]:
    """Report single marks that open and have no partner."""
    if "‘" not in text.characters:
        return
    closed = {span.start - 1 for span in single_quoted(text.raw)}
    for match in _OPENS.finditer(text.raw):
        rest = text.raw[match.end() : text.paragraph_at(match.start()).end]
        if match.start() not in closed and not _MAY_CLOSE.search(rest):
            yield flag(match.span(), "A single quotation mark that is never closed.", 0.6)


def _bounded(text: Text, orphan: Orphan) -> tuple[int, float] | None:
    """Return where attribution ends the quotation, and how sure that is."""
    raw = text.raw
    starts = place_of(raw, orphan.mark.start) is not Place.MIDDLE
    for stop in _STOP.finditer(raw, orphan.reach.start, orphan.reach.end):
        said = attribution_at(raw, stop.end() + 1, orphan.reach.end)
        if said is None or len(raw[orphan.reach.start : stop.start()].split()) < 2:
            continue
        if stop[0] == ".":
            return stop.end(), 0.5
        rest = raw[said.end() : orphan.reach.end]
        sure = (
            starts
            and _REST.fullmatch(rest)
            and not _NAMED.search(raw, orphan.reach.start, stop.start())
        )
        return stop.end(), 0.96 if sure else 0.75
    return None
