"""ENC103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_TERMINAL = r"\x1b\[[\d;]*[A-Za-z]"
_CONTROL = Pattern(rf"(?:{_TERMINAL})+|[\x00-\x08\x0e-\x1f\x7f\u206a-\u206f]+|[ ]?\x0c[ ]?")
# The low bytes of typographic marks, cut off from U+2019 and its neighbours.
_LOW_BYTES = {"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"}


@rule(
    "ENC103",
    "control-character",
    changes={
        "The council\x07 met\x00.": "The council met.",
        "The mayor\x19s \x1cplan\x1d": "The mayor’s “plan”",
        "\x1b[31mThe council\x1b[0m met.": "The council met.",
    },
    keeps=["Tab\there,\nand a new line."],
    needs=(
        *map(chr, (*range(9), *range(12, 13), *range(14, 32), 127)),
        *tuple(map(chr, range(8298, 8304))),
    ),
    languages=EVERY,
)
def control_character(text: Text) -> Iterator[Finding]:
    """A character that controls a device and has no place in a text.

    They come from old terminals, from broken conversions and from colours in log files. Where one
    is the lower half of a typographic mark (U+2019 cut to U+0019 in "mayor's"), the mark is put
    back.
    """
    raw = text.raw
    for match in _CONTROL.finditer(raw):
        start, end = match.span()
        control = match[0]
        mark = _LOW_BYTES.get(control)
        if "\x0c" in control:
            replacement = (
                "\n"
                if raw[start - 1 : start] not in ("", "\n") and raw[end : end + 1] not in ("", "\n")
                else ""
            )
        elif mark and _fits(mark, raw[start - 1 : start], raw[end : end + 1]):
            replacement = mark
        else:
            replacement = ""
        yield replace((start, end), replacement, "A control character.", 0.97)


def _fits(mark: str, before: str, after: str) -> bool:
    """Say whether a typographic mark could stand between two characters."""
    if mark in "“‘":
        return not before.isalnum() and after.isalnum()
    if mark in "”’":
        return before != "" and not before.isspace() and (mark == "’" or not after.isalnum())
    return before == after == " " or (before.isalnum() and after.isalnum())
