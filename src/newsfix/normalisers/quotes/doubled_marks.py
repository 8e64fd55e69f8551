"""QUO104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_BOTH = Pattern(
    r'(?<!["\w])(?P<open>"")(?=[^\s"])[^"\n]{1,400}(?<=[^\s"])(?P<close>"")(?!["\w])'
    r"|(?P<open>““)(?=[^\s“”])[^“”\n]{1,400}(?<=[^\s“”])(?P<close>””)"
    r'|(?P<open>"“)(?=[^\s“”])[^“”"\n]{1,400}(?<=[^\s“”])(?P<close>”")'
)
_OPEN = Pattern(r"““(?=[\p{L}\p{N}])|(?<![\"\w])\"\"(?=[\p{L}\p{N}])")
_CLOSE = Pattern(r"(?<=[\p{L}\p{N}.,!?])””(?![“”])")
_KEPT = {'""': '"', "““": "“", "””": "”", '"“': "“", '”"': "”"}


@rule(
    "QUO104",
    "doubled-marks",
    changes={
        'He said ""we won"" twice.': 'He said "we won" twice.',
        "He said ““we won”” twice.": "He said “we won” twice.",
        'He said "“we won”" twice.': "He said “we won” twice.",
    },
    keeps=["“He said ‘no’”", 'The string "" is empty.', "“He asked, “why?”” she said."],
    needs=('""', "““", "””", '"“', '”"'),
)
def doubled_marks(text: Text) -> Iterator[Finding]:
    """A quotation mark that stands twice.

    A text was quoted once more on its way, as tables and databases do. Where only one end is
    doubled, a quotation inside another may begin or end there, so that is a suggestion.
    """
    raw = text.raw
    seen: set[int] = set()
    message = "A quotation mark stands twice."
    for match in _BOTH.finditer(raw):
        for name in ("open", "close"):
            seen.add(match.start(name))
            yield replace(match.span(name), _KEPT[match[name]], message, 0.96)
    for pattern in (_OPEN, _CLOSE):
        for match in pattern.finditer(raw):
            if match.start() not in seen:
                yield replace(match.span(), match[0][0], message, 0.6)
