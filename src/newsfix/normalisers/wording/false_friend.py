"""WRD107."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from regex import Match


class _Friend(NamedTuple):
    need: str  # what a text must hold for it to occur
    meant: str
    pattern: Pattern  # where nothing else can be meant
    evidence: frozenset[str]  # words of which the document must hold one, if there are any


def _friend(need: str, meant: str, source: str, evidence: str = "") -> _Friend:
    pattern = Pattern(rf"(?<![\p{{L}}’'-])(?:{source})(?!\p{{L}})")
    return _Friend(need, meant, pattern, frozenset(evidence.split()))


_FRIENDS = (
    _friend("manifestants", "demonstrators", r"manifestants"),
    _friend(
        "manifestations",
        "protests",
        r"manifestations(?=[ ](?:in[ ]the[ ]streets|against[ ]the[ ]government))",
    ),
    _friend(
        "anifestation",
        "demonstration",
        r"[Mm]anifestations?(?=[ ](?:took[ ]place|outside|organi[sz]ed|of[ ](?:workers|students|teachers|farmers|opponents))\b)",
        "protest protests protesters police demonstrators demonstration marched rally",
    ),
    _friend("responsibles", "those responsible", r"(?:the[ ])?responsibles(?=[ ](?:of|for)|[.,])"),
    _friend("informations", "information", r"informations(?=[ .,])"),
    _friend(
        "chef",
        "head",
        r"chef(?=[ ]of[ ](?:the[ ])?(?:government|state|party|police|diplomacy|delegation|army|cabinet))",
    ),
    _friend("sensible", "sensitive", r"sensible(?=[ ](?:data|informations?|topics?|documents)\b)"),
    _friend(
        "actual",
        "current",
        r"actual(?=[ ](?:president|prime[ ]minister|mayor|crisis|champions?|season|chancellor|minister|coach)\b)",
    ),
    _friend(
        "eventual",
        "possible",
        r"eventual(?=[ ](?:attacks?|damages?|risks?|problems?|measures|consequences|errors|sanctions|conflicts?|threats?)\b)",
    ),
    _friend(
        "perspective",
        "prospects",
        r"perspectives(?=[ ](?:of|for)[ ](?:the[ ])?(?:growth|peace|recovery|development|success|employment|membership)\b)",
    ),
    _friend(
        "perspective",
        "promising",
        r"perspective(?=[ ](?:players?|young|athletes?|directions?|markets?|technolog(?:y|ies)|branch|industr(?:y|ies))\b)",
    ),
    _friend("polemics", "controversy", r"polemics(?=[ ](?:about|around|over)\b)"),
    _friend(
        "concurrence",
        "competition",
        r"concurrence(?=[ ](?:from|between)[ ](?:Chin|foreign|compan|firms))",
    ),
    _friend(
        "prognosis",
        "forecast",
        r"prognosis(?=[ ](?:of[ ](?:the[ ])?(?:growth|inflation|weather|GDP)))",
    ),
    _friend("industrials", "industrialists", r"industrials(?=[ ](?:said|say|want|fear))"),
    _friend(
        "fabric",
        "factory",
        r"fabrics?(?=[ ](?:in[ ]\p{Lu}|of[ ](?:the[ ])?(?:company|carmaker|cars?)|closed|was[ ]closed|produces?|employs)\b)",
        "workers employees production plant company",
    ),
    _friend("solidary", "in solidarity", r"solidary(?!\p{L})"),
    _friend(
        "assist",
        "attended",
        r"assist(?:s|ed|ing)?[ ](?:at|to)(?=[ ](?:the|a|an)[ ](?:\p{L}+[ ])?(?:match|concert|ceremony|show|funeral)\b)",
    ),
    _friend(
        "pretend",
        "lays claim to",
        r"pretend(?:s|ed|ing)?[ ]to(?=[ ](?:the|this)[ ](?:post|title|role|presidency|throne|office|seat|position|prize)\b)",
    ),
    _friend(
        "reunion",
        "meeting",
        r"reunions?(?=[ ](?:of|between)[ ](?:the[ ])?(?:foreign[ ]|finance[ ])?(?:ministers|council|committee|commission)\b)",
    ),
    _friend(
        "politics",
        "policy",
        r"(?<=\b(?:economic|monetary|tax|agricultural|migration|fiscal|energy|budgetary|wage)[ ])politics(?![ ]and|-)",
    ),
    _friend(
        "economical",
        "economic",
        r"economical(?=[ ](?:crisis|crises|growth|situation|development|policy|policies|politics|problems?|recovery|sanctions"
        r"|cooperation|reforms?|aid|ties|relations|interests|sector|activity)\b)",
    ),
    _friend(
        "energetic",
        "energy",
        r"energetic(?=[ ](?:crisis|sector|security|resources|policy|efficiency|independence|complex|dependence|transition)\b)",
    ),
    _friend(
        "intoxication",
        "poisoning",
        r"(?<=\b(?:food|gas|mushroom|chemical)[ ])intoxications?(?!\p{L})",
    ),
    _friend("mortal", "fatal", r"mortal(?=[ ](?:victims?|accidents?|cases|outcome|crash)\b)"),
    _friend(
        "fraction",
        "parliamentary group",
        r"fractions?(?=[ ](?:leader|chairman|chairwoman|in[ ](?:the[ ])?(?:parliament|Bundestag|State[ ]Duma|Duma))\b)",
    ),
    _friend(
        "speaker",
        "spokesperson for",
        r"speakers?[ ](?:of|for)(?=[ ](?:the[ ])?(?:police|[Mm]inistry|company|army|airline|bank|railway|fire|hospital|firm"
        r"|foreign[ ]minist\p{L}+|[Ff]oreign[ ]Office|concern|airport|carmaker)\b)",
    ),
    _friend(
        "handy",
        "mobile phone",
        r"(?<=\b(?:[Hh]is|[Hh]er|[Tt]heir|by|via)[ ])handy(?=[.,;]|[ ](?:was|is|rang|rings|to|at|on|when|while|during)\b)",
    ),
    _friend(
        "homolog",
        "counterpart",
        r"(?<=\b(?:his|her|their|its)[ ](?:\p{Lu}\p{L}+[ ])?)homolog(?:ue)?s?(?!\p{L})",
    ),
    _friend(
        "collectivit",
        "authorities",
        r"(?<=\b(?:territorial|local|regional|public)[ ])collectivit(?:y|ies)",
    ),
    _friend(
        "circulation",
        "traffic",
        r"(?<=\b(?:road|car|railway|rail|train|vehicle)[ ])circulation|circulation(?=[ ]of[ ](?:cars|vehicles|trains)\b)",
    ),
    _friend("forces of ", "security forces", r"forces[ ]of[ ](?:the[ ])?order(?!\p{L})"),
    _friend(
        "xposition",
        "exhibition",
        r"[Ee]xpositions?(?=[ ](?:of|on|in|at|opened|opens|runs|was|is|will|has|dedicated|devoted|presents)\b)",
        "museum gallery paintings artist exhibits exhibition",
    ),
    _friend("a military ", "soldier", r"(?<=\b[Aa][ ])military(?=[ ](?:was|has|who|died|fell)\b)"),
    _friend(
        "instruct",
        "investigating judge",
        r"(?:instruction[ ]judge|judge[ ]of[ ]instruction|instructing[ ](?:judge|magistrate))(?!\p{L})",
    ),
    _friend("sensibili", "raise awareness among", r"sensibili[sz]e(?!\p{L})"),
    _friend("planification", "planning", r"planification"),
    _friend(
        "gymnasium",
        "secondary school",
        r"(?<=\b(?:graduated[ ]from|studied[ ]at|pupils?[ ]of|teacher[ ]at|director[ ]of)[ ](?:the|a)[ ](?:\p{L}+[ ])?)gymnasium",
    ),
)


@rule(
    "WRD107",
    "false-friend",
    suggests={
        "Police held two manifestants.": "Police held two demonstrators.",
        "The chef of the party spoke of sensible data.": "The head of the party spoke of sensitive data.",
        "His handy rang during the economical crisis.": "His mobile phone rang during the economic crisis.",
        "The museum is full. The exposition opened in May.": "The museum is full. The exhibition opened in May.",
    },
    keeps=[
        "The chef of the hotel is a sensible man.",
        "The eventual winner saw the actual cost, from his perspective.",
        "The exposition of his plan was clear, and the fabric of the town was torn.",
        "A handy tool was found; the speaker of the house pretended to sleep in the gymnasium.",
    ],
    needs=tuple({one.need: None for one in _FRIENDS}),
)
def false_friend(text: Text) -> Iterator[Finding]:
    """A word that looks like the foreign one and means something else.

    “Manifestants” are demonstrators and the “chef” of a government is its head. Only where the
    word beside it leaves no doubt, or the document speaks of what is meant elsewhere; more of them in the
    document make it surer. What somebody said is left alone.
    """
    found = sorted(_found(text), key=lambda one: one[0].start())
    more = min(len(found) - 1, 3)
    for match, friend in found:
        said = match[0]
        meant = friend.meant[0].upper() + friend.meant[1:] if said[0].isupper() else friend.meant
        others = f"; {more} other false friend(s) stand in the text" if more else ""
        message = f"“{said}” looks like the foreign word, which means “{meant}”{others}."
        yield replace(match.span(), meant, message, 0.6 + 0.05 * more)


def _found(text: Text) -> "Iterator[tuple[Match[str], _Friend]]":
    for friend in _FRIENDS:
        if friend.need not in text.raw:
            continue
        if friend.evidence and friend.evidence.isdisjoint(text.vocabulary.bare):
            continue
        for match in friend.pattern.finditer(text.raw):
            if not any(span.start <= match.start() < span.end for span in text.quoted):
                yield match, friend
