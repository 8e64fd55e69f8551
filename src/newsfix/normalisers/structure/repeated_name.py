"""STR112."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Doubled, Pattern, Text
from newsfix.text.doubles import DAYS

# Names that are doubled, longer than the echoes of one syllable, which are told by their length.
_DOUBLE = frozenset(
    "Abdullah Agar Baden Bafana Berg Boing Bora Boutros Circus Duran Gimme Girls Humbert Late"
    " Major Mary Moose Pago Please Puka Sing Sirhan Soldier Spend Sunset Tilly Wagga Wait Walla"
    " Wild".split()
)
_ECHO = 4  #: letters: so short are Lang Lang, Zsa Zsa and Yo Yo
_NAME_BEFORE = Pattern(r"(?<=[\p{L},] )(?!The[ ])\p{Lu}[\p{L}.’'-]{0,30}[ ]\Z")
_NAME = Pattern(r"\p{Lu}[\p{L}\p{M}’'-]*\p{L}")
_NUMBER = Pattern(r"[$€£]?\d[\d.,]*(?:%|st|nd|rd|th)?")
_WORD_BEFORE = Pattern(r"(?:[\p{L}.:]|\p{Ll},|(?<!\d)\d\d?,)[ ]\Z")
_NO_CAPITAL_BEFORE = Pattern(r"[\p{Ll}\d][ ]\Z")
_ENDS = frozenset('.,;:!?)”"')
_REACH = 60  # characters


@rule(
    "STR112",
    "repeated-name",
    suggests={
        "The prize went to Ana Brunner Brunner.": "The prize went to Ana Brunner.",
        "The fair in Innsbruck Innsbruck, the third, was over on May 12, 2019 2019.": (
            "The fair in Innsbruck, the third, was over on May 12, 2019."
        ),
        "The mayor spoke to Ana Brunner Brunner on the phone.": (
            "The mayor spoke to Ana Brunner on the phone."
        ),
    },
    keeps=[
        "Duran Duran sang in Walla Walla, with Lang Lang, Zsa Zsa and Ali Ali.",
        "She won by 6-4 6-4, and he drove 20 20 times.",
        "They were at the house of Humbert Humbert.",
        "Ling Ling met Fatou Fatou at home. Fatou Fatou, she said, was well.",
        "BOSTON BOSTON",
    ],
)
def repeated_name(text: Text) -> Iterator[Finding]:
    """A name or a number that stands twice in a row.

    A decoder says it again where its sentence should end. Some names are doubled (Duran Duran, Lang Lang), two lines
    may meet that end and begin with one name, and scores and tables repeat their numbers: so nothing is repaired by
    itself, and a document that doubles the name twice is believed.
    """
    for one in text.doubled:
        whole = Span(one.first.start, one.rest.end)
        if one.words > 1 or text.is_protected(whole):
            continue
        said = one.first.of(text.raw)
        sure = _sure_of_name(text, one, said) or _sure_of_number(text.raw, whole, said)
        if sure:
            times = "twice" if one.times == 2 else f"{one.times} times"
            message = f"“{said}” stands {times}."
            yield replace(one.rest, "", message, sure, at=whole, wrong=0.5)


def _sure_of_name(text: Text, one: Doubled, name: str) -> float:
    """Return how sure it is that a name is said once too often; 0 where that may be its form."""
    raw = text.raw
    if not _NAME.fullmatch(name) or name in _DOUBLE or (one.times == 2 and name in DAYS):
        return 0.0
    before, after = raw[max(0, one.first.start - _REACH) : one.first.start], raw[one.rest.end :][:2]
    if name.isupper() and not _NO_CAPITAL_BEFORE.search(before):
        return 0.0
    if sum(name == other.first.of(raw) for other in text.doubled) > 1:
        return 0.0
    stands_alone = text.vocabulary.words[name] > one.times
    is_known = stands_alone or _NAME_BEFORE.search(before) is not None
    if after[:1] in _ENDS or not after:
        return 0.85 if stands_alone else 0.6 * (is_known or len(name) > _ECHO or name.isupper())
    return 0.6 if is_known and after[1:].islower() else 0.0


def _sure_of_number(raw: str, whole: Span, number: str) -> float:
    """Return the same for a number, which stands twice by right in scores, tables and before a noun."""
    ends = raw[whole.end : whole.end + 1] in _ENDS
    before = raw[max(0, whole.start - _REACH) : whole.start]
    return 0.6 if ends and _NUMBER.fullmatch(number) and _WORD_BEFORE.search(before) else 0.0
