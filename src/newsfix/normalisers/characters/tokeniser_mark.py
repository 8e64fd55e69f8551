"""CHR108."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_MARK = Pattern(r"(?P<left>[ ]?)@(?P<mark>[^\s\w@]{1,2})@(?P<right>[ ]?)")


@rule(
    "CHR108",
    "tokeniser-mark",
    changes={
        "A well @-@ known bank paid 1 @,@ 200 at 3 @.@ 5 %": "A well-known bank paid 1,200 at 3.5 %",
        "and @/@ or": "and/or",
        "the anti@-@war march": "the anti-war march",
    },
    keeps=["Write to desk@example.org or @-mention us.", "He wrote @.@ as a face."],
    misses={"the re @-@ @-@ election": "the re-election"},
    needs=(
        "@-@",
        "@–@",
        "@,@",
        "@.@",
        "@/@",
        "@:@",
        "@'@",
        "@’@",
        "@&@",
        "@+@",
        "@·@",
        "@~@",
        "@_@",
        "@;@",
    ),
    languages=EVERY,
)
def tokeniser_mark(text: Text) -> Iterator[Finding]:
    """A mark between two at-signs, as a tokeniser writes it.

    Moses and its like split "well-known" into "well @-@ known" to undo it later, and some never do.
    The mark and both sides stay, so no number changes its value.
    """
    raw = text.raw
    for match in _MARK.finditer(raw):
        before = raw[match.start() - 1 : match.start()]
        after = raw[match.end() : match.end() + 1]
        numeric = before.isdigit() and after.isdigit()
        if numeric or (before.isalnum() and after.isalnum() and match["mark"] not in ".,:;"):
            yield replace(
                match.span(), match["mark"], f"“{match[0].strip()}” is a tokeniser's mark.", 0.98
            )
