"""NUM106."""

from collections.abc import Iterator
from decimal import Decimal

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.measures import Measure, measure_after
from newsfix.text.notation import spoken, spoken_in_india
from newsfix.text.quantities import quantities

_SCALE = r"(?:thousand|lakh|million|crore|billion|trillion)s?"
_ADDED = Pattern(
    rf"(?<![\p{{L}}\p{{N}}.,:/-])\d{{1,3}}(?:[.,]\d+)?[ ](?P<scale>{_SCALE})"
    rf"(?:[ ]\d{{1,3}}[ ]{_SCALE}){{0,3}}(?:[ ](?P<last>\d{{1,3}}(?:,\d{{3}})*(?![ ]{_SCALE})))?"
    r"(?![\p{L}\p{N}%]|[.,:/-][\p{L}\p{N}]|[ ](?:-|–))"
)
_SINGULAR = Pattern(
    r"[ -](?:met(?:re|er)|mile|yard|foot|pound|euro|dollar|kilo|kg|km|m|year|day|hour|minute"
    r"|lit(?:re|er)|page|seat|man|ton|tonne)\b"
)


@rule(
    "NUM106",
    "added-number",
    changes={
        "Some 9 thousand 412 people came.": "Some 9,412 people came.",
        "It sold 2 million 300 thousand cars.": "It sold 2.3 million cars.",
        "The budget is $6 million 300 thousand.": "The budget is $6.3 million.",
    },
    suggests={
        "Some 4 lakh 20 thousand people fled.": "Some 420,000 people fled.",
        "In Delhi, India, some 4 lakh 20 thousand people voted.": (
            "In Delhi, India, some 4.2 lakh people voted."
        ),
    },
    keeps=[
        "He signed a $300 million 10-year deal and sold 2 million 100-page books.",
        "They paid 5 thousand 200 metre runners.",
        "Of the 9 thousand, 412 came; in 3 million 2019 coins were old.",
    ],
    shapes=tuple(f"9 {'a' * letters} 9" for letters in range(4, 10)),  # from lakh to trillions
)
def added_number(text: Text) -> Iterator[Finding]:
    """A number in parts: "9 thousand 412".

    Spanish, Turkish, Hindi and Korean read numbers out like that, and English writes them in
    digits. A second number that measures the next word ("200 metre runners") is none of its parts.
    """
    for match in _ADDED.finditer(text.raw):
        found = quantities(match[0], text.numerals.notation)
        if len(found) != 1 or not isinstance(found[0].value, Decimal):
            continue
        if not match["last"] and match[0].count(" ") < 3:
            continue
        if match["last"] and len(match["last"]) < 3 and not match["scale"].startswith("thousand"):
            continue  # "400 billion 10 years ago"
        sureness = _sureness(text, match["scale"], match["last"], match.end())
        fixed = spoken(found[0].value)
        if "lakh" in match[0] or "crore" in match[0]:
            style = text.profile.style
            if style == "in" or (style is None and text.numerals.is_south_asian):
                fixed = spoken_in_india(found[0].value)
            sureness = sureness if style else min(sureness, 0.9)
        yield replace(match.span(), fixed, f"A number in parts, {fixed} in English.", sureness)


def _sureness(text: Text, scale: str, last: str | None, end: int) -> float:
    if last is None:
        return 0.97
    if _SINGULAR.match(text.raw, end):
        return 0.6
    if not scale.startswith("thousand") and len(last) < 4:
        return 0.7  # "2 million 500" may be 2.5 million
    if len(last) == 3 or measure_after(text.raw, end) is Measure.COUNTED:
        return 0.97
    return 0.9 if len(last) > 3 else 0.8
