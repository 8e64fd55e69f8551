"""PUN107."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at

_STOP = Pattern(
    r"(?<=\p{L}|\p{N}|%)(?P<stop>\.)[ ]?"
    r"(?P<bracket>\[(?P<inside>\p{Ll}[^\[\]\n]{0,80})\]|\((?=\p{Ll}[^()\n]{0,80}\)[ ]?(?:\p{Ll}|,)))"
)
_GOES_ON = Pattern(r"[ ]?(?:\p{Ll}|…|\.\.\.|,|;|–|—)")
# What a transcript puts between brackets after a finished sentence.
_HEARD = frozenset(
    "laughs laughter laughing applause cheers cheering crosstalk inaudible pause pauses silence sic"
    " sighs crying smiles music translation translated emphasis ellipsis".split()
)


@rule(
    "PUN107",
    "stop-before-bracket",
    changes={
        "It will be a full. [invasion] and soon.": "It will be a full [invasion] and soon.",
        "He wants it. [the seat] … and more.": "He wants it [the seat] … and more.",
    },
    keeps=[
        "“That was all. [laughs] and we left,” he said.",
        "It is over. [The mayor left.]",
        "He met Mr. [Arturo] Ruiz.",
        "The talks ended. (See page 4.)",
        "It was a good year. [sic]",
    ],
    needs=(". [", ".[", ". (", ".("),
)
def stop_before_bracket(text: Text) -> Iterator[Finding]:
    """A full stop before words that an editor inserted, in the middle of a sentence.

    Translation systems take the bracket of an insertion for the start of a new sentence. The fault
    shows where the sentence goes on behind the bracket. Laughter and the like in a transcript, and
    a sentence that stands in brackets as a whole, are not this fault.
    """
    raw = text.raw
    for match in _STOP.finditer(raw):
        stop = match.start("stop")
        inside = match["inside"]
        if stop_at(raw, stop) is not Stop.SENTENCE or raw[stop - 1 : stop + 2].count(".") > 1:
            continue
        if inside is None:
            sure = 0.85
        elif inside.split()[0].strip(".,!") in _HEARD:
            continue
        else:
            sure = 0.97 if _GOES_ON.match(raw, match.end()) else 0.6
        message = "A full stop before an inserted bracket, inside a sentence."
        yield replace((stop, stop + 1), "", message, sure, at=(stop, match.end()))
