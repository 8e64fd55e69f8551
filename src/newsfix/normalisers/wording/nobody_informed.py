"""WRD111."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

#: A verb that needs somebody who is told, and one that needs nobody.
_INSTEAD = {
    "informed": "said",
    "informs": "says",
    "assured": "said",
    "assures": "says",
    "notified": "said",
    "notifies": "says",
    "reminded": "recalled",
    "reminds": "recalls",
    "manifested": "said",
    "manifests": "says",
    "precised": "specified",
    "precises": "specifies",
    "communicated": "said",
    "introduced": "said",
    "introduces": "says",
    "described": "said",
    "accused": "alleged",
    "criticized": "complained",
    "criticised": "complained",
}
# "The bill they introduced that would help", "described that morning": no clause of what is told.
_VERB = Pattern(
    rf"(?<![\p{{L}}’'-])(?<verb>{'|'.join(_INSTEAD)})(?=,?[ ]that\b)(?![ ]that[ ](?:to|of|would|will|is|was|are|were|has|had|have"
    r"|can|could|should|may|might|did|does|do|morning|day|night|week|year|man|woman|kind|sort)\b)"
)
# The subject, and what may stand between: "the ministry also informed that", "Berg has assured that".
_SUBJECT = Pattern(
    r"(?:(?<![\p{L}’'])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]ho|[Ww]hich)|\p{Lu}[\p{L}’'.-]+[,)]?"
    r"|(?<![\p{L}’'])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)[ ](?:\p{L}+[ ]){0,2}?\p{L}+)"
    r"(?:[ ](?:also|then|has|have|had|further|later|today|yesterday|recently|\p{Ll}+ly)){0,2}[ ]\Z"
)
_PASSIVE = Pattern(
    r"(?i)(?:[’'](?:s|re|m|d)|\b(?:be|been|being|is|are|was|were|am|get|gets|got|rest|rests|feel|feels|felt|stay|remain|well|not|and|or|of|when|once|if|as"
    r"|keep|kept|(?:was|were|is|are|be|been|being)[ ]\p{L}+))[ ](?:\p{Ll}+ly[ ]|also[ ])?\Z"
)
_NEAR = 50  # characters


@rule(
    "WRD111",
    "nobody-informed",
    suggests={
        "The ministry informed that the bridge is shut.": "The ministry said that the bridge is shut.",
        "Peter Olsen has also assured that nobody was hurt.": "Peter Olsen has also said that nobody was hurt.",
    },
    keeps=[
        "The mayor was informed that the bridge is shut, and rest assured that she knows.",
        "He informed them that it was late. Once informed that it was late, they left.",
        "“He informed that fool,” they said.",
        "The people we informed that day left, and we’re reminded that it was late.",
        "He described that day, and the bill Democrats introduced that would help.",
    ],
    needs=("ed that", "ed, that", "s that", "s, that"),
)
def nobody_informed(text: Text) -> Iterator[Finding]:
    """A verb of telling without anybody who is told.

    Spanish, Russian, Turkish and German inform “that something happened”, and Chinese introduces it; in English one informs,
    assures or reminds somebody, or says that it happened. The passive (“was informed that”) is English, and
    so is what somebody said.
    """
    raw = text.raw
    for match in _VERB.near(raw, ("ed that", "ed, that", "s that", "s, that"), 14, 40):
        at = match.start()
        before = raw[max(0, at - _NEAR) : at]
        if not _SUBJECT.search(before) or _PASSIVE.search(before):
            continue
        if any(one.start <= at < one.end for one in text.quoted):
            continue
        verb = match["verb"]
        meant = _INSTEAD[verb]
        message = f"Nobody stands here who is told, and “{verb}” needs somebody; English has “{meant} that”."
        yield replace(match.span("verb"), meant, message, 0.7, wrong=0.8)
