"""PUN117."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_EMPTY = Pattern(r"(?<=[\p{L}\p{N},;”\"’])[ ]\([ ,;]*\)(?=[ .,;:!?]|$)")


@rule(
    "PUN117",
    "empty-bracket",
    suggests={"The rights commission () met in May.": "The rights commission met in May."},
    keeps=["Call f() and main() there.", "Tick one: ( ) yes ( ) no"],
    shapes=(" ()", " ( )", " (,", " (;"),
    languages=EVERY,
)
def empty_bracket(text: Text) -> Iterator[Finding]:
    """Brackets with nothing in them.

    They held a name in another script, or a link, that was lost. Taking them out is one way to mend
    the sentence; what they held would be better. Brackets behind the name of a function and boxes
    to tick are empty on purpose.
    """
    for match in _EMPTY.finditer(text.raw):
        line = text.line_at(match.start()).of(text.raw)
        if len(_EMPTY.compiled.findall(line)) == 1:
            yield replace(match.span(), "", "Brackets with nothing in them.", 0.6, wrong=0.8)
