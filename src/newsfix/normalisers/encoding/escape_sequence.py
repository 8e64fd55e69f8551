"""ENC106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_ESCAPES = Pattern(
    r"(?<!\\)(?:\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2})+|(?<!\\)\\[\"'/]|(?<=[\p{L}.!?\"'])(?:\\r)?\\n(?![a-z])"
)
_QUOTED_PRINTABLE = Pattern(r"(?:=[89A-F][\dA-F]){2,}")
_BYTE_TOKENS = Pattern(r"(?:<0x[\dA-Fa-f]{2}>)+")
_PERCENT = Pattern(r"(?<=[\p{L}\s])(?:%[89A-F][\dA-F]){2,}")

_NO_SIGNS = str.maketrans("", "", "=%>")


@rule(
    "ENC106",
    "escape-sequence",
    changes={
        "The mayor\\u2019s plan": "The mayor’s plan",
        'He said \\"no\\" twice.': 'He said "no" twice.',
        "The mayor=E2=80=99s plan": "The mayor’s plan",
        "The mayor<0xE2><0x80><0x99>s plan": "The mayor’s plan",
        "It ended.\\nThen it rained.": "It ended.\nThen it rained.",
    },
    keeps=["The folder C:\\users\\new is full.", "Use `\\u2019` there.", "A = B = C", "5%80%"],
    needs=("\\u", "\\x", '\\"', "\\'", "\\/", "\\n", "=E", "=C", "=D", "%E", "%C", "%D", "<0x"),
    languages=EVERY,
)
def escape_sequence(text: Text) -> Iterator[Finding]:
    r"""A character written as a program or a mail writes it: ``\u2019``, ``\"``, ``=E2=80=99``.

    The text was cut out of JSON, of source code or of a raw e-mail without decoding it. Paths and
    code are left alone.
    """
    for match in _ESCAPES.finditer(text.raw):
        if not text.is_protected(match.span()):
            decoded = _unescaped(match[0])
            yield replace(match.span(), decoded, f"“{match[0]}” is an escape sequence.", 0.96)
    for pattern in (_QUOTED_PRINTABLE, _PERCENT, _BYTE_TOKENS):
        for match in pattern.finditer(text.raw):
            code = match[0].replace("<0x", "").translate(_NO_SIGNS)
            try:
                decoded = bytes.fromhex(code).decode("utf-8")
            except UnicodeDecodeError:
                continue
            if not text.is_protected(match.span()):
                yield replace(match.span(), decoded, f"“{match[0]}” is an encoded character.", 0.97)


def _unescaped(escapes: str) -> str:
    if escapes[1] not in "ux":
        return {"n": "\n", "r": "\n"}.get(escapes[1], escapes[1])
    units = [int(code[1:], 16) for code in escapes.split("\\")[1:]]
    data = b"".join(unit.to_bytes(2, "little") for unit in units)
    return data.decode("utf-16-le", "replace")
