"""WRD106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text

_BITS = 5  # how much dearer the blend must be to a model of word order


@rule(
    "WRD106",
    "idiom-blend",
    suggests={
        "The report threw doubt on the plan.": "The report cast doubt on the plan.",
        "She has thrown in the napkin.": "She has thrown in the towel.",
        "They opened a can of snakes.": "They opened a can of worms.",
    },
    keeps=[
        "They broke the ice and cleared the way, which smooths the way for others.",
        "The climbers crossed the border and looked at the top of the mountain.",
        "“You crushed the ice,” she said.",
        # Other words are as usual there, or it is no idiom at all.
        "The storm is causing havoc on the roads, and told them to maintain a low profile.",
        "It was the last nail in the coffin of the old harbour.",
        "She accepted a position in Oslo and accepted the blame for the delay.",
        "The dancers moved on, striking the ground with their heels on a piece of waste ground.",
    ],
)
def idiom_blend(text: Text) -> Iterator[Finding]:
    """An idiom in which one word was exchanged for a near one.

    Who puts an idiom into English word for word keeps its sense and loses its words: “crush the ice”.
    The lists hold idioms of the news, and words that are near to theirs. Where the idiom and its blend are
    about as usual to a model of word order, the blend is taken at its word. What somebody said is left alone.
    """
    seen: set[tuple[int, int]] = set()
    for blend in text.blends:
        said = blend.span.of(text.raw)
        if blend.span in seen or any(
            one.start <= blend.span.start < one.end for one in text.quoted
        ):
            continue
        if text.bits_saved(blend.span, blend.meant) < _BITS:
            continue
        seen.add(blend.span)
        message = f"The idiom is “{blend.idiom}”; “{said}” stands in the place of “{blend.meant}”."
        yield replace(blend.span, blend.meant, message, 0.8, wrong=0.85)
