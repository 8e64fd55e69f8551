"""NUM120."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_LITRES = Pattern(
    r"\d+(?:[.,]\d+)*[ \xa0-]?(?:l(?=[ ]?/|[ ]per[ ])|lit(?:re|er)s?(?:[ ]of[ ](?:rain|water|precipitation))?)"
    r"(?:[ ](?:per|a|for[ ]each)[ ]|[ ]?/[ ]?)(?:square[ ]met(?:re|er)|m²|m2|sq\.?[ ]?m)"
)
_RAIN = Pattern(r"(?i)rain|shower|storm|precipitation|downpour|flood|weather|fell|snow|monsoon")


@rule(
    "NUM120",
    "litres-of-rain",
    flags=("In an hour 40 litres per square metre of rain fell on the town.",),
    keeps=[
        "The roof needs 5 litres of paint per square metre; sow 2 litres a week.",
        "The paint needs 1 litre per square metre of wall.",
    ],
    needs=("litre", "liter", "l/", "l /", "l per "),
)
def rain_litres(text: Text) -> Iterator[Finding]:
    """Rain in litres per square metre.

    Spanish, German and Italian measure it like that; news in English has millimetres or inches.
    A litre per square metre is a millimetre.
    """
    for match in _LITRES.finditer(text.raw):
        if _RAIN.search(text.sentence_at(match.start()).of(text.raw)):
            yield flag(match.span(), "Rain is measured in millimetres: as many as litres.", 0.88)
