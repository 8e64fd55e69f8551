"""QUO107."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix, flag
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Place, Text
from newsfix.text.attribution import attribution_at
from newsfix.text.quotations import Orphan
from newsfix.text.sentences import place_of

_STOP = Pattern(r"(?:[,!?]|\.)(?=[ ])")
_END = Pattern(r"[.!?…]+(?=\s|\Z)|\Z")
_REST = Pattern(r"[^.!?\n]{0,60}[.!?]?\s*\Z")


@rule(
    "QUO107",
    "unclosed-quotation",
    changes={
        "“It is late, he said.": "“It is late,” he said.",
        '"We have won, said Ms Lowe on Monday.': '"We have won," said Ms Lowe on Monday.',
        "“Is it late? asked the mayor.": "“Is it late?” asked the mayor.",
    },
    flags=['He "agreed to leave on Monday.'],
    keeps=[
        "“We came early.\n\n“We left late,” he said.",
        "He wrote: “We came.”",
        'The 5" nail and the 6\'2" guard',
    ],
    needs=('"', "“", "„", "«"),
)
def unclosed_quotation(text: Text) -> Iterator[Finding]:
    """A quotation that is opened and never closed.

    Where it ends is known only if words of attribution bound it: "“It is late, he said." Elsewhere
    this is a flag, a weak one for a text of one paragraph, which may be an excerpt. A quotation over several paragraphs opens in each of them and closes in the
    last; that is right.
    """
    raw = text.raw
    for orphan in text.quotations.orphans:
        if not orphan.opens:
            continue
        message = "A quotation that is never closed."
        found = _bounded(text, orphan)
        if found is None:
            yield flag(orphan.mark, message, 0.5 if len(text.paragraphs) == 1 else 0.85)
            continue
        at, sure = found
        mark = {"“": "”", "„": "“", "«": "»"}.get(orphan.mark.of(raw), orphan.mark.of(raw))
        fix = Fix(Span(at, at), mark, sure)
        yield Finding("", orphan.mark, message, 0.95, (fix,))


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
        last = orphan.reach.end == text.paragraph_at(orphan.mark.start).end
        sure = 0.96 if starts and last and _REST.fullmatch(rest) else 0.75
        return stop.end(), sure
    return None
