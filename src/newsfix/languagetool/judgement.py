"""From what LanguageTool found to findings that can be believed."""

from collections.abc import Iterable, Iterator

from newsfix.finding import Finding, Fix
from newsfix.languagetool.annotation import OBJECT, code_points
from newsfix.languagetool.client import Match
from newsfix.languagetool.odds import odds
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries

_MOST_FIXES = 3
# What is left for the second and third proposal.
_REST = 0.3
_SPELLER = ("MORFOLOGIK_", "HUNSPELL_")
_CAPITAL_BEFORE = Pattern(r"\p{Lu}[\p{L}\p{M}’'.-]* (?:(?:de|van|von|al|bin|der|di|la|el) )?\Z")
_CAPITAL_BEHIND = Pattern(r"(?:['’]s)? \p{Lu}")
_NO_PROPER_WORD = Pattern(r"[\d@#_/]|\p{Lu}.*\p{Lu}|[^\p{L}\p{M}’'-]")


def judged(
    matches: Iterable[Match], text: Text, part: Span, off: frozenset[str]
) -> Iterator[tuple[Match, Finding]]:
    """Yield what is left of the ``matches`` in a ``part`` of ``text``, each with what it says of it."""
    raw = part.of(text.raw)
    place = code_points(raw)
    for match in matches:
        start = place(match.offset)
        end = max(start, place(match.offset + match.length))
        if end > len(raw) or match.rule in off:
            continue
        span = Span(part.start + start, part.start + end)
        word = span.of(text.raw)
        if OBJECT in word or not word.strip() or text.is_protected(span):
            continue
        if match.rule.startswith(_SPELLER) and _is_meant(word, span, text):
            continue
        yield match, _finding(match, span, word)


def _finding(match: Match, span: Span, word: str) -> Finding:
    wrong, right = odds(match.rule, match.category)
    proposed = [one for one in match.replacements if one != word and one.strip()][:_MOST_FIXES]
    fixes = tuple(
        Fix(span, replacement, right if not at else min(right, (wrong - right) * _REST / at))
        for at, replacement in enumerate(proposed)
    )
    code = f"LT:{match.rule}"
    more = f" ({match.url})" if match.url else ""
    return Finding(code, span, match.message + more, wrong, fixes)


def _is_name(word: str, span: Span, raw: str) -> bool:
    """Say whether a word with a capital is a name that news knows, or stands in a longer name."""
    if not word[0].isupper():
        return False
    if word.removesuffix("’s").removesuffix("'s") in entries("known_names"):
        return True
    before = _CAPITAL_BEFORE.search(raw, max(0, span.start - 40), span.start)
    return bool(before or _CAPITAL_BEHIND.match(raw, span.end))


def _is_meant(word: str, span: Span, text: Text) -> bool:
    """Say whether a word that no dictionary has is a name, quoted, or this text's own."""
    if word in text.profile.accept or _NO_PROPER_WORD.search(word):
        return True
    if text.raw.count(word) > 1 or _is_name(word, span, text.raw):
        return True
    return any(quoted.start <= span.start and span.end <= quoted.end for quoted in text.quoted)
