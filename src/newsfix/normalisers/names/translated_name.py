"""NAM104."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "NAM104",
    "translated-name",
    suggests={
        "The minister Oleh Golub came late. On Friday minister Dove left.": (
            "The minister Oleh Golub came late. On Friday minister Golub left."
        ),
        "Petro Quuxenko won. Later Petro Thunder thanked the town.": (
            "Petro Quuxenko won. Later Petro Quuxenko thanked the town."
        ),
    },
    flags=["Mr. Quuxenko met Ana Ruiz. Mr. Ruiz came too, and Mr. Lantern said nothing."],
    keeps=[
        "The minister Oleh Golub met Anna Dove. Later Ms. Dove left.",
        "The mayor Jack Sparrow came late. Later Mayor Sparrow left.",
        "Peter Olsen met Peter Baker. Baker left first.",
        "A dove sat on the house of the minister Golub.",
        "He met President Obama. Recent polls were bad for the president.",
    ],
)
def translated_name(text: Text) -> Iterator[Finding]:
    """A surname that was translated as if it were a word: "Minister Dove" for Minister Golub.

    Sparrow, Baker and Dove are surnames too, so only the document tells: the surname that means the word
    stands in it as well, somebody else stands behind the same first name or title, and nobody of that
    name is introduced. Headlines are left alone.
    """
    for one in text.translated:
        span = one.mention.span
        if text.is_protected(span) or text.in_headline(span.start):
            continue
        message = f"“{one.mention.word}” may be a name that was translated: {one.why}."
        if one.surname:
            yield replace(span, one.surname, message, one.sure - 0.1, wrong=one.sure)
        else:
            yield flag(span, message, one.sure)
