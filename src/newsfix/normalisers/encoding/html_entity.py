"""ENC102."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_ENTITY = Pattern(
    r"&(?:[ ]?(?:amp|\#38)[ ]?;(?=[ ]?\#?[A-Za-z\d]+[ ]?;))*+(?P<name>\#\d{1,7}|\#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"
    r"|&(?:[ ]?amp[ ]?;(?=[ ]?\#?[A-Za-z\d]+[ ]?;))*+[ ]?(?P<loose>\L<loose>)[ ]?;"
    r"|&(?P<open>nbsp|quot|amp|apos)(?=[\s.,;:!?]|$)",
    loose=(
        "quot",
        "amp",
        "apos",
        "nbsp",
        "rsquo",
        "lsquo",
        "rdquo",
        "ldquo",
        "mdash",
        "ndash",
        "#39",
        "hellip",
        "#8217",
        "#8220",
        "#8221",
        "#8216",
        "#8211",
        "#8212",
        "#x27",
        "#34",
        "#160",
    ),
)

_TAG = Pattern(r"(?:<|&(?:amp;)*lt;)[/!]?\p{L}")
_BROKEN = Pattern(r"(?<=\p{L})&(?P<name>[a-z]{3,8});")


@rule(
    "ENC102",
    "html-entity",
    changes={
        "Berg &amp; Sons said &quot;no&quot;.": 'Berg & Sons said "no".',
        "The mayor&#8217;s &amp;quot;plan&amp;quot;": 'The mayor’s "plan"',
        "The caf&eacute; &amp;amp; bar": "The café & bar",
        "He said & quot;no& quot; twice": 'He said "no" twice',
        "The effect of “1+1&gt;2”": "The effect of “1+1>2”",
        "It cost &euro;5 &ndash; or more&hellip;": "It cost €5 – or more…",
    },
    flags=["The film by Ren&eac; Berg"],
    keeps=[
        "AT&T, R&D; and B&Q; are firms.",
        "See https://example.org/?a=1&amp;b=2 there.",
        "Fish &chips; salt",
    ],
    needs="&",
    languages=EVERY,
)
def html_entity(text: Text) -> Iterator[Finding]:
    """A character that is still written as HTML writes it, such as ``&quot;``.

    Text was taken out of a page without decoding it, or encoded twice (``&amp;quot;``); translation
    adds spaces inside. Where ``&lt;`` would make a tag it is a suggestion, since decoding it may
    bring markup back to life.
    """
    for match in _ENTITY.finditer(text.raw):
        name = match["name"] or match["loose"] or match["open"]
        decoded = _decoded(name)
        if decoded is None:
            continue
        sure = 0.9 if decoded in "<>" and _TAG.search(text.raw) else 0.98
        yield replace(match.span(), decoded, f"“{match[0]}” is an HTML entity.", sure)
    for match in _BROKEN.finditer(text.raw):
        if _decoded(match["name"]) is None and not text.is_protected(match.span()):
            yield flag(match.span(), f"“{match[0]}” looks like a broken HTML entity.", 0.7)


def _decoded(name: str) -> str | None:
    """Return the character that an entity stands for; None if it stands for none."""
    from ftfy.fixes import unescape_html

    entity = f"&{name};"
    decoded = unescape_html(entity)
    if decoded == entity:
        return None
    return "" if decoded < " " and decoded not in "\t\n" else decoded
