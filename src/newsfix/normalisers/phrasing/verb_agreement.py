"""PHR111."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR111",
    "verb-agreement",
    suggests={
        "The minister have argued that the law is unfair.": (
            "The minister has argued that the law is unfair."
        ),
        "The developments has led to a dispute in court.": (
            "The developments have led to a dispute in court."
        ),
        "The children who was late have left.": "The children who were late have left.",
        "The price of the new house have doubled.": "The price of the new house has doubled.",
        "Three people was killed in the crash, the police said.": (
            "Three people were killed in the crash, the police said."
        ),
        "There is many reasons for the delay.": "There are many reasons for the delay.",
    },
    keeps=[
        "The minister and the mayor have argued for years.",
        "The government are at odds with the police, who were late.",
        "If he were here, he would ask that she have a say.",
        "Three years is a long time, and a number of people are worried.",
        "Neither the minister nor the mayors have left, and only one of the guards has.",
        "Where are the results, and what does the minister have to say?",
        "Politics is a dirty game, and the United States is no exception.",
        "Helping the victims is hard; the man who met the ministers has tried.",
        "“It don’t matter,” he said; what use are laws?",
        "There are a few of them, and there is a cook and two waiters.",
    ],
)
def verb_agreement(text: Text) -> Iterator[Finding]:
    """A verb that does not agree in number with its subject.

    The subject stands right before the verb and opens its clause: a noun phrase, a name of a person, a pronoun, or what
    “who” and “which” stand for. Sums, bodies that take both forms, wishes and conditions are left alone.
    """
    for one in text.disagreements:
        if not text.is_protected(one.span) and not text.in_headline(one.span.start):
            message = f"“{one.span.of(text.raw)}” does not agree with “{one.subject}”."
            yield replace(one.span, one.meant, message, 0.7, wrong=0.85)
