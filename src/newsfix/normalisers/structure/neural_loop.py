"""STR109."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.doubles import is_deliberate
from newsfix.text.joints import is_common


@rule(
    "STR109",
    "neural-loop",
    changes={
        "The end of the tape of the tape of the tape of the tape came late.": (
            "The end of the tape came late."
        ),
        "The company company company company closed its plant.": ("The company closed its plant."),
    },
    keeps=[
        "It went on and on and on and on, day after day after day after day.",
        "No no no no, he said, ha ha ha, blah blah blah.",
        "It was very, very, very late and so so so dull.",
        "They shouted “Out out out out”.",
    ],
)
def neural_loop(text: Text) -> Iterator[Finding]:
    """A word or phrase that stands three times in a row or more.

    A neural system that lost its place says the same until its length runs out. Laughter, "no no no"
    and "on and on and on" are meant so.
    """
    raw = text.raw
    for one in text.doubled:
        phrase = one.first.of(raw)
        if one.times < 3 or is_deliberate(phrase):
            continue
        whole = (one.first.start, one.rest.end)
        if text.is_protected(whole) or any(map(str.isdigit, phrase)):
            continue
        known = phrase.islower() and all(
            is_common(word) for word in phrase.split() if word.isalpha()
        )
        long_enough = one.words > 1 or len(phrase) > 4
        sure = 0.97 if known and long_enough else 0.6
        shown = phrase if len(phrase) < 40 else f"{phrase[:39]}…"
        message = f"“{shown}” stands {one.times} times in a row."
        yield replace(one.rest, "", message, sure, at=whole, wrong=max(sure, 0.7))
