"""The guard holds back a harmful fix whatever rule it comes from, and lets harmless ones through."""

import dataclasses
from collections.abc import Iterator

import pytest

import newsfix
from newsfix.finding import Finding, Fix, replace
from newsfix.pipeline.guard import HELD
from newsfix.rules import Rule, rule
from newsfix.span import Span
from newsfix.text import Text


def swapping(garbled: str, before: str, after: str, code: str = "DEMO1") -> Rule:
    """Return a rule that is quite sure of putting ``after`` for the first ``before`` of a text."""
    at = garbled.index(before)

    @rule(code, "swapped")
    def swapped(text: Text) -> Iterator[Finding]:
        if text.raw == garbled:
            yield replace((at, at + len(before)), after, "Swap this.", 1.0)

    return swapped


def inserting(garbled: str, at: int, what: str) -> Rule:
    """Return a rule that is quite sure of inserting ``what``."""

    @rule("DEMO2", "inserted")
    def inserted(text: Text) -> Iterator[Finding]:
        if text.raw == garbled:
            yield replace((at, at), what, "Insert this.", 1.0)

    return inserted


NUMBER = "it would change a number"
UNIT = "it would change a unit"
NEGATION = "it would add or remove a negation"
NAME = "it would replace one name by another"
ADDRESS = "it would touch an address, a handle, code or a file name"
QUOTED = "it would change words inside a quotation"

# text, before, after, why the edit is held back
HARM = [
    ("The dam holds 4,500 litres.", "4,500", "45,000", NUMBER),
    ("The dam holds 4,500 litres.", "4,500", "4.500", NUMBER),
    ("The dam holds 4,500 litres.", "4,500", "4, 500", NUMBER),
    ("It fell to -7 overnight.", "-7", "7", NUMBER),
    ("Two of the nine boats sank.", "nine", "nineteen", NUMBER),
    ("Two of the nine boats sank.", "Two", "Three", NUMBER),
    ("A loan of six million was agreed.", "million", "billion", NUMBER),
    ("Bread now costs $3.", "$3", "€3", NUMBER),
    ("Bread now costs $3.", "$3", "3", NUMBER),
    ("Prices rose 3% in May.", "3%", "3", NUMBER),
    ("It opened on 3/4/2021.", "3/4/2021", "4/3/2021", NUMBER),
    ("It opened on 3 April 2021.", "3 April", "5 April", NUMBER),
    ("It opened on 3 April 2021.", "April", "August", NAME),
    ("It opens on Monday.", "Monday", "Tuesday", NAME),
    ("The kick-off is at 19:30.", "19:30", "9:30", NUMBER),
    ("The road is 40 km long.", "km", "m", UNIT),
    ("The road is 40 km long.", "km", "miles", UNIT),
    ("It weighs 12kg or so.", "12kg", "12g", UNIT),
    ("It costs 12 dollars or so.", "dollars", "euros", UNIT),
    ("It reached 31 °C today.", "°C", "°F", UNIT),
    ("A 9-metre wall fell.", "metre", "foot", UNIT),
    ("It shrank by nine percent.", "percent", "points", UNIT),
    ("The mayor did not resign.", "did not resign", "resigned", NEGATION),
    ("The mayor didn't resign.", "didn't", "did", NEGATION),
    ("The mayor didn’t resign.", "didn’t", "did", NEGATION),
    ("Nobody was hurt. They left.", "They left", "They never left", NEGATION),
    ("They left without luggage.", "without", "with", NEGATION),
    ("They know the reason.", "know", "no", NEGATION),
    ("The minister met Olsen there.", "Olsen", "Olson", NAME),
    ("The minister met Ana Roe there.", "Ana Roe", "Eva Roe", NAME),
    ("The firm moved to Gent.", "Gent", "Ghent", NAME),
    ("See https://example.org/a,b for it.", "a,b", "a, b", ADDRESS),
    ("See www.example.org for it.", "example", "exemple", ADDRESS),
    ("Write to desk@example.org now.", "desk@", "Desk@", ADDRESS),
    ("Ask @newsdesk for it.", "newsdesk", "news desk", ADDRESS),
    ("They wrote #floodwatch again.", "floodwatch", "flood watch", ADDRESS),
    ("Run `rm -r old` first.", "rm -r", "rm - r", ADDRESS),
    ("It is in report.pdf now.", "report.pdf", "report. pdf", ADDRESS),
    ("It is in /var/log/news now.", "/log", "/ log", ADDRESS),
    ("Use version 2.10.3 now.", "2.10.3", "2.10. 3", ADDRESS),
    ("They moved to .NET then.", ".NET", ". NET", ADDRESS),
    ("Set <b>this</b> in bold.", "<b>", "< b>", ADDRESS),
    ("“We ain’t going,” she said.", "ain’t", "aren’t", QUOTED),
    ('He said: "it were late" again.', "were", "was", QUOTED),
    ('He said: "it were late" again.', "it", "It", QUOTED),
    ("He called it ‘a big much’ then.", "much", "lot", QUOTED),
    ("She said: “It is late and never", "late", "too late", QUOTED),
    ("Dit is «een grote fout», he said.", "grote", "big", QUOTED),
]


def names(case: tuple[str, ...]) -> str:
    return f"{case[1]}→{case[2]}"


@pytest.mark.parametrize("case", HARM, ids=names)
def test_a_harmful_fix_is_held_back(case: tuple[str, str, str, str]) -> None:
    text, before, after, reason = case
    report = newsfix.Pipeline([swapping(text, before, after)]).run(text)
    assert report.text == text
    (finding,) = report.remaining
    assert finding.fixes[0].replacement == after
    assert finding.fixes[0].held == reason
    assert finding.fixes[0].confidence <= HELD
    assert finding.confidence == 1.0, "that something is wrong there is no less likely"


# text with a bar where words come in, the words, why they stay out
INSERTED = [
    ("They | left.", "never ", NEGATION),
    ("They paid |3 for it.", "1", NUMBER),
    ("“|Go home,” she said.", "Please ", QUOTED),
    ("“Go home|,” she said.", " now", QUOTED),
    ("“Go| home,” she said.", " straight", QUOTED),
    ("See https://example.org/news| for it.", "letter", ADDRESS),
    ("Ask |desk@example.org now.", "the", ADDRESS),
    ("Ask @news| now.", "desk", ADDRESS),
]


@pytest.mark.parametrize(("place", "what", "reason"), INSERTED)
def test_a_harmful_insertion_is_held_back(place: str, what: str, reason: str) -> None:
    text = place.replace("|", "")
    report = newsfix.Pipeline([inserting(text, place.index("|"), what)]).run(text)
    assert report.text == text
    assert report.remaining[0].fixes[0].held == reason


ALLOWED = [
    ("It costs １２ crowns.", "１２", "12"),
    ("It lasted 12 daysthen.", "daysthen", "days then"),
    ("It lasted 2 year or so.", "year", "years"),
    ("The mаyor left.", "mаyor", "mayor"),  # a Cyrillic letter in the middle
    ("“The mаyor left,” she said.", "mаyor", "mayor"),
    ("The Pаris talks ended.", "Pаris", "Paris"),
    ("“We left ,” she said.", "left ,", "left,"),
    ("“We left”, she said.", "left”,", "left,”"),
    ("“We won't,” she said.", "won't", "won’t"),
    ("They do n't know.", "do n't", "don't"),
    ("They met the the mayor.", "the the", "the"),
    ("They Met in Oslo.", "Met", "met"),
    ("They met in oslo.", "oslo", "Oslo"),
    ("In 2012 , forty left.", "2012 ,", "2012,"),
    ("Read example.org , they said.", "org ,", "org,"),
    ("Ask @newsdesk , they said.", "desk ,", "desk,"),
    ("(See https://example.org/news )", "news )", "news)"),
    ("He came late , not early.", "late ,", "late,"),
    ("The road is 40 km , or more.", "km ,", "km,"),
    ("He left the the house.", "the the", "the"),
]


@pytest.mark.parametrize("case", ALLOWED, ids=names)
def test_a_harmless_fix_is_applied(case: tuple[str, str, str]) -> None:
    text, before, after = case
    report = newsfix.Pipeline([swapping(text, before, after)]).run(text)
    assert report.text == text.replace(before, after)
    assert not report.applied[0].fixes[0].held


def test_encoding_repairs_may_change_what_was_never_the_text() -> None:
    text = "“It costs â‚¬5,” said OlsÃ©n."
    report = newsfix.Pipeline([swapping(text, "OlsÃ©n", "Olsén", "ENC999")]).run(text)
    assert report.text == "“It costs â‚¬5,” said Olsén."


def test_encoding_repairs_leave_addresses_alone_too() -> None:
    text = "See https://example.org/OlsÃ©n for it."
    report = newsfix.Pipeline([swapping(text, "OlsÃ©n", "Olsén", "ENC999")]).run(text)
    assert report.text == text


def test_rules_of_names_may_write_a_name_as_the_document_does_elsewhere() -> None:
    text = "They met Olsen. Olson won."
    report = newsfix.Pipeline([swapping(text, "Olsen", "Olson", "NAM999")]).run(text)
    assert report.text == "They met Olson. Olson won."


@pytest.mark.parametrize("text", ["They met Olsen.", "They met Olsen. Olsons won.", "Olsen. olson"])
def test_rules_of_names_may_not_bring_in_a_name(text: str) -> None:
    report = newsfix.Pipeline([swapping(text, "Olsen", "Olson", "NAM999")]).run(text)
    assert report.text == text
    assert report.remaining[0].fixes[0].held == NAME


def test_rules_of_names_may_restore_marks_in_a_quotation_and_change_no_letter() -> None:
    text = "Núñez won. “Nunez won,” she said. Olson left. “Olsen,” she said."
    report = newsfix.Pipeline([swapping(text, "Nunez", "Núñez", "NAM999")]).run(text)
    assert report.text == text.replace("Nunez", "Núñez")
    report = newsfix.Pipeline([swapping(text, "Olsen", "Olson", "NAM999")]).run(text)
    assert report.text == text
    assert report.remaining[0].fixes[0].held == QUOTED


def test_a_threshold_of_zero_does_not_let_harm_through() -> None:
    text = "The mayor did not resign."
    report = newsfix.Pipeline([swapping(text, "did not", "did")], threshold=0.0).run(text)
    assert report.text == text


@pytest.mark.parametrize(
    ("text", "glued"),
    [("See example.org and more.", "org and"), ("They ask @desk again.", "desk again")],
)
def test_nothing_is_glued_to_an_address(text: str, glued: str) -> None:
    rule_ = swapping(text, glued, glued.replace(" ", ""))
    assert newsfix.Pipeline([rule_]).run(text).text == text


def test_every_fix_of_a_finding_is_judged() -> None:
    @rule("DEMO3", "two-fixes")
    def two_fixes(text: Text) -> Iterator[Finding]:
        at = text.raw.find(" ,")
        if at >= 0:
            found = replace((at, at + 1), "", "A space.", 0.99)
            harmful = Fix(Span(at, at + 2), " not", 0.98)
            yield dataclasses.replace(found, fixes=(*found.fixes, harmful))

    report = newsfix.Pipeline([two_fixes]).run("Late , he said.")
    assert report.text == "Late, he said."
    assert [bool(fix.held) for fix in report.findings[0].fixes] == [False, True]


def test_the_guard_reads_numbers_whole_however_far_they_reach() -> None:
    text = f"The sum is {'1,' * 80}000 in all."
    report = newsfix.Pipeline([swapping(text, "1,000", "2,000")]).run(text)
    assert report.text == text


# Garbled text, before, after: what a rule for numbers may do, and no other rule.
SAME_VALUE = [
    ("It rose 3,5 % to 5.000 euros.", "5.000", "5,000"),
    ("It lost 1.234.567 votes.", "1.234.567", "1,234,567"),
    ("“It rose 3,5 percent,” she said.", "3,5", "3.5"),
    ("Some 9 thousand 412 came.", "9 thousand 412", "9,412"),
    ("It costs 100$ a day.", "100$", "$100"),
    ("It costs $5 dollars a day.", "$5 dollars", "$5"),
    ("They met at 14 p.m. there.", "14 p.m.", "2 p.m."),
]


@pytest.mark.parametrize("case", SAME_VALUE, ids=names)
def test_rules_of_numbers_may_write_the_same_value_in_another_way(
    case: tuple[str, str, str],
) -> None:
    text, before, after = case
    report = newsfix.Pipeline([swapping(text, before, after, "NUM999")]).run(text)
    assert report.text == text.replace(before, after)
    report = newsfix.Pipeline([swapping(text, before, after)]).run(text)
    assert report.text == text


OTHER_VALUE = [
    ("It lost 5.000 votes.", "5.000", "5,000", NUMBER),  # nothing shows how to read it
    ("It rose 3.5 % to 5.000 points.", "5.000", "5,000", NUMBER),
    ("It rose 3,5 % to 5.000 euros.", "5.000", "50,000", NUMBER),
    ("It rose 3,5 % to 5,000 euros.", "5,000", "5000", NUMBER),
    ("Some 9 thousand 412 came.", "9 thousand 412", "9,421", NUMBER),
    ("It costs 100$ a day.", "100$", "€100", NUMBER),
    ("It costs 100$ a day.", "100$", "100", NUMBER),
    ("They met at 14 p.m. there.", "14 p.m.", "2 a.m.", NUMBER),
    ("The road is 40 km long.", "km", "miles", UNIT),
    ("“Some 9 thousand 412 came,” she said.", "9 thousand 412", "9,412", QUOTED),
    ("See https://example.org/3,5 percent.", "3,5", "3.5", ADDRESS),
]


@pytest.mark.parametrize("case", OTHER_VALUE, ids=names)
def test_rules_of_numbers_may_not_change_a_value(case: tuple[str, str, str, str]) -> None:
    text, before, after, reason = case
    report = newsfix.Pipeline([swapping(text, before, after, "NUM999")]).run(text)
    assert report.text == text
    assert report.remaining[0].fixes[0].held == reason
