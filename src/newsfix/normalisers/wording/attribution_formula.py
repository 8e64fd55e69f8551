"""WRD103."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from regex import Match

_VERB = r"(?:reports?|informs?|writes?|transmits?|communicates?|notes?|specif(?:y|ies)|tells?)"
_SOURCE = (
    r"(?<source>(?:the[ ]|a[ ])?(?:(?:press[ ]service|agency|newspaper|publication|channel|portal|edition|website|"
    r"correspondent|broadcaster|magazine)(?:[ ](?:of[ ](?:the[ ])?)?[\p{Lu}\p{N}][\p{L}\p{N}.&’'-]*){0,4}"
    r"|[\p{Lu}][\p{L}\p{N}&’'-]*(?:[ ](?:of[ ])?[\p{Lu}\p{N}][\p{L}\p{N}&’'-]*){0,4}))"
)
_END = r"(?=[.,;:]|[ ](?:with[ ]reference|citing|referring)|[ ]in[ ]its)"
# "this reports Radio Nova", "about this reports the agency": the verb first, as the source has it.
_THIS = Pattern(
    rf"(?:(?<=[,”\"“—–-][ ])|(?<=[.!?”\"\n][ ]?)(?<![^\n].^))(?<opening>(?:[Aa]bout[ ](?:this|it|that)|[Tt]his|[Ii]t)[ ]"
    rf"(?<verb>{_VERB})[ ]){_SOURCE}{_END}"
)
# "as informs the agency", "as reports Radio Nova".
_AS = Pattern(
    rf"(?<![\p{{L}}’'])(?<opening>[Aa]s[ ](?<verb>{_VERB}|reported|informed)[ ]){_SOURCE}{_END}"
)
_IN_MESSAGE = Pattern(
    r"(?<![\p{L}’'])(?:[Tt]his[ ]is|[Ii]t[ ](?:is|was)|[Aa]s|is|,[ ]is)[ ](?:also[ ])?(?:said|told|spoken|noted|stated|informed|"
    r"specified|emphasi[sz]ed|indicated|reported)[ ]in[ ](?:the[ ]|a[ ]|its[ ])?"
    r"(?<document>message|publication|material|communiqu[eé]|release|report|statement|press[ ]release)(?!\p{L})"
)
_EXPRESSIONS = Pattern(
    r"(?:(?<=[”\"][ ])|(?<![\p{L}’'-]))(?:used|gave[ ]place[ ]to|made[ ]use[ ]of)[ ](?:the[ ](?:following[ ])?|these[ ])"
    r"(?:expressions?|statements|phrases|words|evaluations|sentences)(?=[.:]|[ ]*[“\"]|[ ]?,[ ]?[“\"])"
)
# What a text must hold for each of them; in most texts none of it stands.
_NEEDS_FIRST = (
    *(" this report", " this inform", " it inform", "his informs", " this writes", "his reports"),
    *("t it report", "As report", "as report", "s inform", "s writes", "s transmit", "s notes "),
    *("s specif", "s tells", "s communicate", "it reports", "his notes ", "t informs"),
)
_BEFORE, _BEHIND = 20, 200  # characters of a formula on either side of what it needs
_NEEDS_MESSAGE = (
    *("d in the ", "d in a ", "d in its ", "n in the ", "n in a ", "n in its "),
    *(
        f" in {word}"
        for word in ("message", "publication", "material", "communiqu", "release", "report")
    ),
    *(" in statement", " in press release"),
)
_NEEDS_EXPRESSIONS = (
    "expression",
    "statements",
    "the phrases",
    "words",
    "evaluations",
    "sentences",
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Yesterday".split()
)


@rule(
    "WRD103",
    "attribution-formula",
    suggests={
        "The bridge is shut, this reports Radio Nova.": "The bridge is shut, Radio Nova reports.",
        "As informs the agency, the bridge is shut.": "As the agency informs, the bridge is shut.",
        "“We leave on Monday.” Berg used the expressions.": "“We leave on Monday.” Berg said.",
    },
    flags=["“The bridge is shut,” it is said in the message of the ministry."],
    keeps=[
        "As reports of the fire spread, this report was read again.",
        "He used the words “never again” in May, as the agency reports.",
        "This reports the news as it is.",
        "It is noted in the margin.",
    ],
    needs=(*_NEEDS_FIRST, *_NEEDS_MESSAGE, *_NEEDS_EXPRESSIONS),
)
def attribution_formula(text: Text) -> Iterator[Finding]:
    """Words that attribute a report or a quotation as another language does.

    Turkish closes a quotation with “used the expressions”; Ukrainian and Russian open with “about
    this reports” or “it is said in the message”. English names the source first. “As reports of the
    fire spread” and “he used the words “never again”” are English; what somebody said is left alone.
    """
    raw = text.raw
    first = (pattern.near(raw, _NEEDS_FIRST, _BEFORE, _BEHIND) for pattern in (_THIS, _AS))
    for match in chain(*first):
        if _outside(text, match.start()) and _is_source(match["source"]):
            yield _source_first(match)
    for match in _IN_MESSAGE.near(raw, _NEEDS_MESSAGE, 30, 40):
        if not _outside(text, match.start()):
            continue
        is_usual = match["document"] not in ("message", "publication", "material")
        starts = match[0].startswith(("It", "it"))
        if starts or not is_usual:
            message = f"English says who says so: “the {match['document']} said”."
            yield flag(match.span(), message, 0.7 if is_usual else 0.85)
    for match in _EXPRESSIONS.near(raw, _NEEDS_EXPRESSIONS, 40, 20):
        if not _outside(text, match.start()):
            continue
        before, after = (
            raw[max(0, match.start() - 60) : match.start()],
            raw[match.end() : match.end() + 3],
        )
        is_formula = "expressions" in match[0] or "following" in match[0]
        if (
            "”" in before
            or '"' in before
            or (is_formula and after.lstrip(" ,")[:1] in (":", "“", '"'))
        ):
            message = "Turkish marks speech so; English has “said”."
            yield replace(match.span(), "said", message, 0.85 if is_formula else 0.6)


def _source_first(match: "Match[str]") -> Finding:
    opening, verb, source = match["opening"], match["verb"], match["source"]
    if opening[:2] in ("As", "as"):
        fixed = f"{opening[:2]} {source} {verb}"
    else:
        fixed = (
            f"{source} {verb}"
            if opening[0].islower()
            else f"{source[0].upper()}{source[1:]} {verb} this"
        )
    message = f"The verb stands before the source, as in the source language; English has “{source} {verb}”."
    return replace((match.start("opening"), match.end("source")), fixed, message, 0.8)


def _is_source(name: str) -> bool:
    return name.split(maxsplit=1)[0] not in _DAYS


def _outside(text: Text, at: int) -> bool:
    return not any(span.start <= at < span.end for span in text.quoted)
