"""PHR109."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR109",
    "misspelled-word",
    suggests={
        "The mayor syas that the town has won the prize.": (
            "The mayor says that the town has won the prize."
        ),
        "Experts say that the govermnent will lose the vote.": (
            "Experts say that the government will lose the vote."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "They want to organise the defence of the harbour.",
        "The grifters were scouted out, and the gules was unreadable.",
        "He calls himself Syas, and syas is a word of his.",
        "The seats are in rows c and d, near the door.",
    ],
)
def misspelled_word(text: Text) -> Iterator[Finding]:
    """A word that nobody knows, one slip of the hand away from one that fits.

    The 60,000 words that news uses most do not have it, and it stands in the text but once. Two letters are exchanged,
    one is missing, one is too many or another: put right, the sentence is much more usual. Rare words are like common
    ones too, so what is built from known words needs more, and British and American spellings are let alone.
    """
    from newsfix.text.misspellings import find_misspellings

    for one in find_misspellings(text.raw, text.vocabulary.bare, text.sentence_at):
        if text.is_protected(one.span):
            continue
        wrong, sure = (0.85, 0.3) if one.is_plain else (0.75, 0.2)
        message = f"“{one.span.of(text.raw)}” is no known word; “{one.meant}” may be meant."
        yield replace(one.span, one.meant, message, sure, wrong=wrong)
