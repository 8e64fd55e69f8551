"""WRD104."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

# "We will remind you" has an object and is English; without one it is a calque.
_REMINDER = Pattern(
    r"(?<=(?:\A|[.!?”\"\n])\s{0,2})(?<words>We(?:[ ](?:will|shall))?[ ]remind(?:[ ]that|,)"
    r"|Let(?:[ ]us|[’']s)[ ](?:recall|remind|note|specify|clarify|add)(?:[ ]that|,)"
    r"|It[ ]is[ ](?:worth|necessary)[ ]to[ ](?:note|say|mention|recall|remind|add|emphasi[sz]e)(?:[ ]that|,)"
    r"|(?:Recall|Remind)(?:[ ]that|,(?:[ ]that)?)"
    r"|(?:We[ ](?:will[ ])?recall|It[ ]is[ ]worth[ ](?:recalling|reminding))(?:[ ]that|,)"
    r"|(?:Explain|Specify|Clarify|Add|Underline)[ ]that|We[ ](?:will[ ])?(?:add|clarify|specify)(?:[ ]that|,))"
    r"[ ](?!(?:for|if|too|you|when)\b)(?<next>\p{L}[\p{L}’'-]*)"
)
_SURE = ("We will remind", "We shall remind", "We remind", "Remind", "We recall", "We will recall")


@rule(
    "WRD104",
    "calqued-reminder",
    suggests={
        "We will remind, the bridge was shut in May.": "The bridge was shut in May.",
        "It rained. Recall that in May two ferries sank.": "It rained. In May two ferries sank.",
    },
    flags=["Explain that the match was moved.", "It is necessary to say that the match was moved."],
    keeps=[
        "We will remind you, of course. He said we remind them.",
        "Remind me of it. Recall the flood of 1953.",
    ],
    needs=(
        "is worth to ",
        "is necessary to ",
        *(f"et{us} {verb}" for us in (" us", "’s", "'s") for verb in ("note", "add")),
        "remind",
        "Remind",
        "recall",
        "Recall",
        "Explain",
        "Specify",
        "Clarify",
        "Add that",
        "Underline",
        "e add",
        "clarify",
        "specify",
    ),
)
def calqued_reminder(text: Text) -> Iterator[Finding]:
    """A sentence that opens by telling the reader to remember.

    Russian and Ukrainian news lead from the news to its background with one word that is rendered
    “We will remind,” or “Recall that”; Spanish has “Explain that”. English needs nothing there.
    Columns do write “Recall that …”, so this is a suggestion; “We will remind you” is English.
    """
    for match in _REMINDER.finditer(text.raw):
        if any(span.start <= match.start() < span.end for span in text.quoted):
            continue
        opening, following = match["words"], match["next"]
        message = f"News in another language leads to the background with “{opening}”; English needs nothing."
        if opening.startswith(
            (
                "It is necessary to",
                "It is worth to",
                "Explain",
                "Specify",
                "Clarify",
                "Add",
                "Underline",
            )
        ):
            yield flag(match.span("words"), message, 0.6)
            continue
        sure = 0.9 if opening.startswith(_SURE) else 0.6
        yield replace(match.span(), following[0].upper() + following[1:], message, sure)
