"""Verbs that do not agree with their subject: what is found, and what only looks like it."""

import pytest

from newsfix import check
from newsfix.text import Text
from newsfix.text.noun_number import Number, number_of
from newsfix.text.verb_agreement import find_disagreements


def found(raw: str) -> list[tuple[str, str]]:
    """Return what is found in a text: each subject with the verb that it takes."""
    return [(one.subject, one.meant) for one in find_disagreements(Text(raw))]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Mr Olsen are a well-known critic.", [("Mr Olsen", "is")]),
        ("Maria Olsen left. On Monday, Olsen were back.", [("Olsen", "was")]),
        ("The developments has prompted a dispute.", [("The developments", "have")]),
        ("The minister have argued for it.", [("The minister", "has")]),
        ("The two countries was at war.", [("The two countries", "were")]),
        ("They has agreed to the plan.", [("They", "have")]),
        ("“We has agreed to the plan,” he said.", [("We", "have")]),
        ("He do not know the answer.", [("He", "does")]),
        ("He say that it is late.", [("He", "says")]),
        ("Officials says that it is late.", [("Officials", "say")]),
        ("Republicans has agreed to it.", [("Republicans", "have")]),
        ("He came and went in May. This are the facts.", [("This", "is")]),
        ("I is glad that it is over.", [("I", "am")]),
        ("The legislation are laced with errors.", [("The legislation", "is")]),
        ("Everybody have left the town.", [("Everybody", "has")]),
        ("The report, which were sent in May, is lost.", [("The report", "was")]),
        ("The price of the new house have doubled.", [("The price of the new house", "has")]),
        ("The minister’s allies has left.", [("The minister’s allies", "have")]),
        ("There is many reasons for it.", [("many reasons", "are")]),
        ("The ministers also was in the town.", [("The ministers", "were")]),
    ],
)
def test_the_form_that_agrees_is_proposed(raw: str, wanted: list[tuple[str, str]]) -> None:
    assert found(raw) == wanted


@pytest.mark.parametrize(
    "raw",
    [
        "The mayor and the minister have met, and he and she are glad.",
        "The government are late, the police were told, and the band have played.",
        "If he were here, and if the minister were glad, I was not.",
        "They demand that she have a say, and suggest that the man do it.",
        "Let him have it, make the minister have a look, and see him do it.",
        "Did the minister have a look, and how did he do it?",
        "Where are the police? Only then are the results known.",
        "Three years is a long time. Five miles is far, and $5 million was paid.",
        "Two goals is not enough, and 40 votes is a lot.",
        "Helping the ministers is hard. To help the ministers is hard.",
        "The man who met the ministers has left; the woman he told the secrets is gone.",
        "One of the ministers is late, and each of the men has a dog.",
        "What the ministers want is peace; what he says is true.",
        "The blind are led by the blind, and the rich have left.",
        "A number of men are late, the majority of them were, and half of it was.",
        "Politics is dirty, the news is bad, and the series was long.",
        "There are a few men, there is a cook and two waiters, and there was lots of it.",
        "Debs was in jail. Then Debs has left, they say.",
        "Victor Arms and Maria Olsen have left. Olsen and Arms have not.",
        "The team is glad; Acme have left.",
        "Only one of those who know the men was asked.",
        "He left after terrorists was typed, and the bread was eaten.",
    ],
)
def test_what_agrees_or_may_agree_is_let_alone(raw: str) -> None:
    assert found(raw) == []


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("ministers", Number.SEVERAL),
        ("women", Number.SEVERAL),
        ("spokesmen", Number.SEVERAL),
        ("city", Number.ONE),
        ("cities", Number.SEVERAL),
        ("violence", Number.ONE),
        ("government", None),
        ("police", None),
        ("politics", None),
        ("crisis", Number.ONE),
        ("virus", Number.ONE),
        ("physics", None),
        ("xyzs", None),
    ],
)
def test_the_number_of_a_noun(noun: str, wanted: Number | None) -> None:
    assert number_of(noun) is wanted


@pytest.mark.parametrize(
    "raw", ["Three people was killed in the crash, the police said.", "They was glad."]
)
def test_an_edit_is_proposed_once(raw: str) -> None:
    edits = [(fix.span, fix.replacement) for one in check(raw) for fix in one.fixes]
    assert len(edits) == len(set(edits)) == 1
