"""QUO106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.quote_style import apostrophe as preferred

_ENDINGS = r"(?:s|t|re|ve|ll|d|m)\b"
_OPENING = Pattern(
    rf"(?<=\p{{L}})‘(?={_ENDINGS})"
    r"|(?<![\p{L}\p{N}])‘(?=\d0s\b)"
    r"|(?<![\p{L}\p{N}])‘(?=(?:[Tt]is|[Tt]was|em|til|cause|n)\b(?![^\n‘’]{0,40}’)|n[’'][ ])"
)
_DOUBLE = Pattern(r"(?<=\p{L}{2})[”“\"](?=s[ ,.;:!?])")
_ACCENT = Pattern(
    rf"(?<=\p{{L}})[´`ʹ′＇](?={_ENDINGS})|(?<=\b[OD])[´`＇](?=\p{{Lu}}\p{{Ll}})|(?<=s)´(?=\s)"
)


@rule(
    "QUO106",
    "apostrophe",
    changes={
        "They don‘t like the ‘90s.": "They don’t like the ’90s.",
        "The mayor´s plan isn`t new.": "The mayor’s plan isn’t new.",
        "Rock ‘n’ roll in the mayor”s town": "Rock ’n’ roll in the mayor’s town",
    },
    keeps=[
        "Hawaiʻi and the ‘old’ town, 5′ 2″ tall",
        "The name Ol′ga and the principle of‘repair as you go’",
        "‘Em and the ‘season’ of `code`",
        "The O’Brien's and ’90s",
    ],
    needs=("‘", "´", "`", "ʹ", "′", "＇", "”s", '"s', "“s"),
)
def apostrophe(text: Text) -> Iterator[Finding]:
    """A mark that is no apostrophe in place of one.

    Software turns the apostrophe of "'90s" the wrong way, and keyboards offer accents that look
    like it. The ʻokina of Hawaiian and the primes of feet and minutes are letters and signs of
    their own.
    """
    raw, settled = text.raw, text.profile.quotes
    turned = "'" if settled == "straight" else "’"
    for match in _OPENING.finditer(raw):
        yield replace(match.span(), turned, "An opening mark in place of an apostrophe.", 0.97)
    alone = {orphan.mark for orphan in text.quotations.orphans}
    for match in _DOUBLE.finditer(raw) if alone else ():
        if match.span() in alone:
            message = f"“{match[0]}” in place of an apostrophe."
            yield replace(match.span(), preferred(raw, settled), message, 0.96)
    for match in _ACCENT.finditer(raw):
        if not text.is_protected(match.span()):
            message = f"“{match[0]}” in place of an apostrophe."
            yield replace(match.span(), preferred(raw, settled), message, 0.97)
