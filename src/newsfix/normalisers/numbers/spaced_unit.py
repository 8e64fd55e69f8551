"""NUM119."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

_SPACED = Pattern(
    r"(?<=\d[ \xa0-]?)(?:\p{L}{1,4}(?:[ ]/[ ]?|/[ ])\p{L}{1,4}[²³]?|(?:mm|in)[ ]Hg|[º°][ ]?[CF])(?![\p{L}\p{N}])"
)


@rule(
    "NUM119",
    "spaced-unit",
    changes={
        "It was doing 80 km / h on ice.": "It was doing 80 km/h on ice.",
        "The pressure was 140 mm Hg.": "The pressure was 140 mmHg.",
        "It reached 31 ° C there.": "It reached 31 °C there.",
    },
    keeps=[
        "It was doing 80 km/h on ice, at 31 °C.",
        "They have 3 dogs / cats, 5 km / mi signs and 2 in Hgs.",
    ],
    needs=(" /", "/ ", "mm Hg", "in Hg", "° C", "° F", "º"),
)
def spaced_unit(text: Text) -> Iterator[Finding]:
    """A unit of measure with spaces inside: "km / h".

    Tokenisers leave them, and other languages set them. Only units that English writes as one are
    put together.
    """
    known = words("units", kind="compound")
    for match in _SPACED.finditer(text.raw):
        unit = match[0].replace(" ", "").replace("º", "°")
        if unit in known and unit != match[0] and not text.is_protected(match.span()):
            yield replace(match.span(), unit, f"English writes “{unit}” as one.", 0.97)
