"""Do no harm: the one place where a fix that could change what a text says is held back.

Whatever rule a fix comes from, it stays a suggestion when it would change a number, a negation, a
name, an address or the words of a quotation. What a text says is its plain reading, so that the
characters of a number or a name may still be repaired. Rules for numbers alone may write one in
another way: where its value, read as the document writes its numbers, is the same as that of what
they put there, read as English.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from newsfix.document import trim
from newsfix.finding import Finding, Fix
from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text import Pattern, Text
from newsfix.text.name_forms import folded
from newsfix.text.plain import plain
from newsfix.text.quantities import quantities

#: A held fix claims no more than this, so that nobody applies it by its confidence alone.
HELD = 0.5

_COPY = 30  # characters: a sentence or more
_BEFORE = 20_000  # how far a first copy is looked for
_FAR = 60  # how far a window reaches at most, so that the guard's work is bounded
_NUMBER = Pattern(
    r"(?<!\w)[-−–]?\d+(?:[.,:/]\d+)*|\d+(?:[.,:/]\d+)*|[%‰$€£¥₽₹°]"
    r"|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mb]illion|trillion|dozen)s?\b)"
)
# Short ones only behind a digit; elsewhere they are words of another kind.
_UNIT = Pattern(
    r"(?i)°[CF]\b|(?<=\d[ \xa0-]?)(?:[kcm]?m|[km]?g|lbs?|oz|ft|ha|m?l|[mk]ph|km/h|[kmgt]?b"
    r"|[kmg]?wh?|[kmg]?hz|[bmt]n)\b"
    r"|\b(?:(?:kilo|centi|milli)?met(?:re|er)|mile|yard|foot|feet|inch|acre|hectare|lit(?:re|er)"
    r"|gallon|barrel|pint|(?:kilo|milli)?gram(?:me)?|kilo|tonne|ton|ounce|pound|dollar|euro|cent"
    r"|rouble|ruble|yen|yuan|rupee|franc|peso|per[ ]?cent|percentage|degree|(?:kilo|mega|giga)watt"
    r"|minute|hour|day|week|month|year|decade|centur(?:y|ie))(?:(?:e?s)?\b)"
)
#: Units that are signs of a number too, and part of its value.
_SIGNS = frozenset("percent dollar euro pound rouble ruble rupee yen yuan franc peso".split())
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
    if family == "RES" and not fix.replacement and _is_lines(raw, fix.span):
        return  # what stands in a whole line that belongs to the page was never the text's
    if text.is_protected(_touched(raw, edit, after)):
        yield "it would touch an address, a handle, code or a file name"
    if family == "ENC":  # what it changes was never the text; what it makes of it is
        return
    if not after and _stands_before(raw, edit):  # nothing is lost with a second copy
        return
    window = _window(raw, edit)
    left, right = raw[window.start : edit.start], raw[edit.end : window.end]
    old, new = plain(left + before + right), plain(left + after + right)
    if old == new:
        return
    if _all(_NUMBER, old) != _all(_NUMBER, new) and not (
        family == "NUM" and _same_values(text, edit, after)
    ):
        yield "it would change a number"
    same_letters = "".join(_all(_CONTENT, old)) == "".join(_all(_CONTENT, new))
    # A rule for numbers may take the second of two signs away: the values tell.
    signs = _SIGNS if family == "NUM" else frozenset()
    if not same_letters and _units(old, signs) != _units(new, signs):
        yield "it would change a unit"
    if len(_all(_NEGATION, old)) != len(_all(_NEGATION, new)):
        yield "it would add or remove a negation"
    # A rule of names may write a name as the document does elsewhere; nobody may bring in another.
    is_own = family == "NAM" and fix.replacement in text.named
    if not is_own and _renames(old, new):
        yield "it would replace one name by another"
    is_respelled = is_own and _letters(fix.span.of(raw)) == _letters(fix.replacement)
    if not same_letters and not is_respelled and meets(text.quoted, _with_edges(edit)):
        yield "it would change words inside a quotation"


def _stands_before(raw: str, edit: Span) -> bool:
    """Say whether what is cut out is a sentence or more, and stands shortly before word for word."""
    copy = edit.of(raw).strip()
    return len(copy) >= _COPY and raw.find(copy, max(0, edit.start - _BEFORE), edit.start) >= 0


def _is_lines(raw: str, span: Span) -> bool:
    """Say whether ``span`` is whole lines, with the line end before them or behind them."""
    start, end = span
    begins = start == 0 or "\n" in raw[start - 1 : start + 1]
    return begins and (end == len(raw) or "\n" in raw[end - 1 : end + 1])


def _touched(raw: str, edit: Span, after: str) -> Span:
    """Return the edit with the neighbours that a letter or digit would newly stand beside."""
    grows_left = (after + raw[edit.end : edit.end + 1])[:1].isalnum()
    grows_right = (raw[max(0, edit.start - 1) : edit.start] + after)[-1:].isalnum()
    return Span(max(0, edit.start - grows_left), min(len(raw), edit.end + grows_right))


def _with_edges(edit: Span) -> Span:
    """Return the edit; for an insertion, the two places that it comes between."""
    return edit if edit.start < edit.end else Span(max(0, edit.start - 1), edit.end + 1)


def _units(text: str, without: frozenset[str]) -> list[str]:
    """Return the units of ``text``, singular, each once where it stands twice in a row."""
    found = (match[0].casefold().removesuffix("s") for match in _UNIT.finditer(text))
    return [unit for unit, _ in groupby(found) if unit not in without]


def _same_values(text: Text, edit: Span, after: str) -> bool:
    """Say whether the numbers are the same before, as the document writes them, and in English."""
    notation = text.numerals.notation
    left = plain(text.raw[max(0, edit.start - _FAR) : edit.start])
    right = plain(text.raw[edit.end : edit.end + _FAR])
    after = plain(after)
    written = Span(len(left), len(left) + len(after))
    old = quantities(left + plain(edit.of(text.raw)) + right, notation)
    return old == quantities(left + after + right, notation, written)


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


def _letters(name: str) -> str:
    """Return the letters of a name without their diacritics, hyphens and capitals."""
    return "".join(_all(_WORD, folded(name))).casefold()


def _all(pattern: Pattern, text: str) -> list[str]:
    return [
        match[0].casefold() if pattern is _NUMBER else match[0] for match in pattern.finditer(text)
    ]
