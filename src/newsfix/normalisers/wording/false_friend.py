"""WRD107."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

#: What is written, what is meant, the pattern of where nothing else can be meant.
_FRIENDS = (
    ("manifestants", "demonstrators", r"manifestants"),
    (
        "manifestations",
        "protests",
        r"manifestations(?=[ ](?:in[ ]the[ ]streets|against[ ]the[ ]government))",
    ),
    ("responsibles", "those responsible", r"(?:the[ ])?responsibles(?=[ ](?:of|for)|[.,])"),
    ("informations", "information", r"informations(?=[ .,])"),
    (
        "chef",
        "head",
        r"chef(?=[ ]of[ ](?:the[ ])?(?:government|state|party|police|diplomacy|delegation|army|cabinet))",
    ),
    ("sensible", "sensitive", r"sensible(?=[ ](?:data|informations?|topics?|documents)\b)"),
    (
        "actual",
        "current",
        r"actual(?=[ ](?:president|prime[ ]minister|mayor|crisis|champions?)\b)",
    ),
    (
        "eventual",
        "possible",
        r"eventual(?=[ ](?:attacks?|strikes|damages?|risks?|problems?|measures)\b)",
    ),
    (
        "perspectives",
        "prospects",
        r"perspectives(?=[ ](?:of|for)[ ](?:growth|peace|recovery|development|success))",
    ),
    ("polemics", "controversy", r"polemics(?=[ ](?:about|around|over)\b)"),
    (
        "concurrence",
        "competition",
        r"concurrence(?=[ ](?:from|between)[ ](?:Chin|foreign|compan|firms))",
    ),
    (
        "prognosis",
        "forecast",
        r"prognosis(?=[ ](?:of[ ](?:the[ ])?(?:growth|inflation|weather|GDP)))",
    ),
    ("industrials", "industrialists", r"industrials(?=[ ](?:said|say|want|fear))"),
)
_PARTS = "|".join(f"(?<f{number}>{source})" for number, (_, _, source) in enumerate(_FRIENDS))
_FOUND = Pattern(rf"(?<![\p{{L}}’'-])(?:{_PARTS})(?![\p{{L}}])")


@rule(
    "WRD107",
    "false-friend",
    suggests={
        "Police held two manifestants.": "Police held two demonstrators.",
        "The chef of the party spoke of sensible data.": "The head of the party spoke of sensitive data.",
    },
    keeps=[
        "The chef of the hotel is a sensible man.",
        "The eventual winner saw the actual cost, from his perspective.",
    ],
    needs=tuple(friend for friend, _, _ in _FRIENDS),
)
def false_friend(text: Text) -> Iterator[Finding]:
    """A word that looks like the foreign one and means something else.

    “Manifestants” are demonstrators and the “chef” of a government is its head. Only where the
    word beside it leaves no doubt; more of them in the document make it surer. What somebody
    said is left alone.
    """
    found = [
        match
        for match in _FOUND.finditer(text.raw)
        if not any(span.start <= match.start() < span.end for span in text.quoted)
    ]
    more = min(len(found) - 1, 3)
    for match in found:
        number = next(at for at in range(len(_FRIENDS)) if match[f"f{at}"])
        said, meant, _ = _FRIENDS[number]
        others = f"; {more} other false friend(s) stand in the text" if more else ""
        message = f"“{said}” looks like the foreign word, which means “{meant}”{others}."
        yield replace(match.span(), meant, message, 0.6 + 0.05 * more)
