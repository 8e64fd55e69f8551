"""ENC107."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

# The typographic marks of one code page as letters of the other.
_AS_WINDOWS = {"Õ": "’", "Ô": "‘", "Ò": "“", "Ó": "”", "Ð": "–", "Ñ": "—", "É": "…"}
_AS_MAC = {"í": "’", "ë": "‘", "ì": "“", "î": "”", "ñ": "–", "ó": "—", "Ö": "…"}
_NEGATED = r"(?<=\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|wo|ca)n)"
_ENDING = r"(?=(?:s|t|re|ve|ll|d|m)\b)"


@rule(
    "ENC107",
    "wrong-code-page",
    changes={
        "They couldnÕt say if the mayorÕs claim was ÒoldÓ.": (
            "They couldn’t say if the mayor’s claim was “old”."
        ),
        "He didnít say if the mayorís claim was ìoldî.": "He didn’t say if the mayor’s claim was “old”.",
    },
    keeps=[
        "SÃO TOMÉ AND OTELLO’S ÒPERA, El País, Solís and Luís’s town",
        "The ’90s in NIÑO and Õ, said Óscar.",
    ],
    needs="Õíì",
)
def wrong_code_page(text: Text) -> Iterator[Finding]:
    """An apostrophe or a quotation mark that was read in the code page of another system.

    Macintosh and Windows keep their typographic marks at different places, so that "couldn’t"
    becomes "couldnÕt" or "couldnít". A contraction leaves no doubt; where the text has one, the
    other marks are told by it too. Names such as Luís and País keep their letter.
    """
    raw = text.raw
    for letters, apostrophe in ((_AS_WINDOWS, "Õ"), (_AS_MAC, "í")):
        if apostrophe not in text.characters:
            continue
        contraction = Pattern(
            rf"{_NEGATED}{apostrophe}(?=t\b)|(?<=\b(?:I|[Ww]e|[Tt]hey|[Yy]ou)){apostrophe}(?=(?:m|re|ve|ll|d)\b)"
        )
        capital = apostrophe == "Õ"
        if not contraction.search(raw) and not (capital and _INSIDE.search(raw)):
            continue
        opening, closing = (mark for mark, quote in letters.items() if quote in "“”")
        marks = Pattern(
            rf"(?<=\p{{Ll}}){apostrophe}{_ENDING}"
            rf"|(?<![\p{{L}}]){opening}(?=[\p{{L}}\p{{N}}])|(?<=[\p{{Ll}}\p{{N}}.,!?]){closing}(?![\p{{L}}])"
        )
        for match in marks.finditer(raw):
            mark = letters[match[0]]
            message = f"“{match[0]}” was read in the code page of another system."
            yield replace(match.span(), mark, message, 0.97)


# A capital between small letters is no spelling of any name.
_INSIDE = Pattern(rf"(?<=\p{{Ll}}{{2}})Õ{_ENDING}")
