"""Do no harm: the one place where a fix that could change what a text says is held back.

Whatever rule a fix comes from, it stays a suggestion when it would change a number, a negation, a
name, an address or the words of a quotation. What a text says is its plain reading, so that the
characters of a number or a name may still be repaired.
"""

from collections.abc import Iterator
from dataclasses import replace

from newsfix.document import trim
from newsfix.finding import Finding, Fix
from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text import Pattern, Text
from newsfix.text.plain import plain

#: A held fix claims no more than this, so that nobody applies it by its confidence alone.
HELD = 0.5

_FAR = 60  # how far a window reaches at most, so that the guard's work is bounded
_NUMBER = Pattern(
    r"(?<!\w)[-−–]?\d+(?:[.,:/]\d+)*|\d+(?:[.,:/]\d+)*|[%‰$€£¥₽₹°]"
    r"|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mb]illion|trillion|dozen)s?\b)"
)
_NEGATION = Pattern(
    r"(?i)\b(?:not|no|never|nor|neither|none|nobody|nothing|nowhere|cannot|without)\b|n't\b"
)
_WORD = Pattern(r"[\p{L}\p{M}]+")
_LAST_WORDS = Pattern(r"\S+\s*(?<!\S)\S*\s*\Z")
_CONTENT = Pattern(r"[\p{L}\p{M}\p{N}]+")


def guard(finding: Finding, text: Text) -> Finding:
    """Return ``finding`` with every fix that would do harm held back."""
    if not finding.fixes:
        return finding
    fixes = tuple(_held(fix, text, finding.code[:3]) for fix in finding.fixes)
    return finding if fixes == finding.fixes else replace(finding, fixes=fixes)


def _held(fix: Fix, text: Text, family: str) -> Fix:
    reason = next(_objections(fix, text, family), "")
    if not reason:
        return fix
    return replace(fix, confidence=min(fix.confidence, HELD), held=reason)


def _objections(fix: Fix, text: Text, family: str) -> Iterator[str]:
    raw = text.raw
    before, after, skipped = trim(fix.span.of(raw), fix.replacement)
    start = fix.span.start + skipped
    edit = Span(start, start + len(before))
    if text.is_protected(edit):
        yield "it would touch an address, a handle, code or a file name"
    if family == "ENC":  # what it changes was never the text; what it makes of it is
        return
    window = _window(raw, edit)
    left, right = raw[window.start : edit.start], raw[edit.end : window.end]
    old, new = plain(left + before + right), plain(left + after + right)
    if old == new:
        return
    if _all(_NUMBER, old) != _all(_NUMBER, new):
        yield "it would change a number"
    if len(_all(_NEGATION, old)) != len(_all(_NEGATION, new)):
        yield "it would add or remove a negation"
    if family != "NAM" and _renames(old, new):
        yield "it would replace one name by another"
    if meets(text.quoted, edit) and "".join(_all(_CONTENT, old)) != "".join(_all(_CONTENT, new)):
        yield "it would change words inside a quotation"


def _window(raw: str, edit: Span) -> Span:
    """Return the edit with the two words before it, whole, and the one behind it."""
    left = raw[max(0, edit.start - _FAR) : edit.start]
    right = raw[edit.end : edit.end + _FAR]
    keep_right = right.lstrip()
    last = _LAST_WORDS.search(left)
    head = last.start() if last else 0
    tail = len(right) - len(keep_right) + (len(keep_right.split()[0]) if keep_right else 0)
    return Span(edit.start - len(left) + head, edit.end + tail)


def _renames(old: str, new: str) -> bool:
    names_before = [word for word in _all(_WORD, old) if word[0].isupper()]
    names_after = [word for word in _all(_WORD, new) if word[0].isupper()]
    if len(names_before) != len(names_after):
        return False
    if "".join(_all(_WORD, old)).casefold() == "".join(_all(_WORD, new)).casefold():
        return False
    return any(
        one.casefold() != other.casefold()
        for one, other in zip(names_before, names_after, strict=True)
    )


def _all(pattern: Pattern, text: str) -> list[str]:
    return [
        match[0].casefold() if pattern is _NUMBER else match[0] for match in pattern.finditer(text)
    ]
