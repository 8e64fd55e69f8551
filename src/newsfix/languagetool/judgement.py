"""From what LanguageTool found to findings that can be believed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsfix.finding import Finding, Fix
from newsfix.languagetool.annotation import OBJECT, code_points
from newsfix.languagetool.client import Match
from newsfix.languagetool.odds import Odds, State, odds, state
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries

#: Stands in the table for unknown words that may be names, or that a mark without partner may quote.
DOUBTFUL = "SPELLING_IN_DOUBT"
_MOST_FIXES = 3
# What is left for the second and third proposal.
_REST = 0.3
_SPELLER = ("MORFOLOGIK_", "HUNSPELL_")
_CAPITAL_BEFORE = Pattern(r"\p{Lu}[\p{L}\p{M}’'.-]* (?:(?:de|van|von|al|bin|der|di|la|el) )?\Z")
_CAPITAL_BEHIND = Pattern(r"(?:['’]s)? \p{Lu}")
_NO_PROPER_WORD = Pattern(r"[^\p{L}\p{M}’'-]|^\p{Lu}{2,5}s?$")
_TWO_CAPITALS = Pattern(r"\p{Lu}.*\p{Lu}")
_ENDINGS = ("", "’s", "'s", "’", "'")


class Judged(NamedTuple):
    """What the server found, what it is called in the table, and what is said of it."""

    match: Match
    rule: str
    finding: Finding

    @property
    def state(self) -> State:
        """When it is told."""
        return state(self.rule)


def judged(matches: Iterable[Match], text: Text, part: Span) -> Iterator[Judged]:
    """Yield what is left of the ``matches`` in a ``part`` of ``text``, each with what it says of it."""
    raw = part.of(text.raw)
    place = code_points(raw)
    for match in matches:
        start = place(match.offset)
        end = max(start, place(match.offset + match.length))
        if end > len(raw):
            continue
        span = Span(part.start + start, part.start + end)
        word = span.of(text.raw)
        if OBJECT in word or not word.strip() or text.is_protected(span):
            continue
        rule = match.rule
        if rule.startswith(_SPELLER):
            if _is_meant(word, span, text):
                continue
            if _is_doubtful(word, span, text):
                rule = DOUBTFUL
        yield Judged(match, rule, _finding(match, span, word, odds(rule, match.category)))


def _finding(match: Match, span: Span, word: str, claim: Odds) -> Finding:
    wrong, right = claim
    proposed = [one for one in match.replacements if one != word and one.strip()][:_MOST_FIXES]
    fixes = tuple(
        Fix(span, replacement, right if not at else min(right, (wrong - right) * _REST / at))
        for at, replacement in enumerate(proposed)
    )
    code = f"LT:{match.rule}"
    more = f" ({match.url})" if match.url else ""
    return Finding(code, span, match.message + more, wrong, fixes)


def _is_meant(word: str, span: Span, text: Text) -> bool:
    """Say whether a word that no dictionary has is quoted, accepted, or a name that recurs or is known."""
    if word in text.profile.accept or _NO_PROPER_WORD.search(word):
        return True
    if any(one.covers(span) for one in text.quoted) and not _is_behind_orphan(span, text):
        return True
    bare = word.removesuffix("’s").removesuffix("'s")
    if bare == bare.lower():  # a word of the source that was left stands there again and again
        return False
    counts = text.vocabulary.words
    return bare in entries("known_names") or sum(counts[bare + end] for end in _ENDINGS) > 1


def _is_behind_orphan(span: Span, text: Text) -> bool:
    """Say whether nothing but a mark without partner has a word quoted."""
    found = text.quotations
    return any(orphan.reach.covers(span) for orphan in found.orphans) and not any(
        pair.inside.covers(span) for pair in found.pairs
    )


def _is_doubtful(word: str, span: Span, text: Text) -> bool:
    """Say whether a word has a capital beside another one, or is quoted if an odd mark says so."""
    if _is_behind_orphan(span, text):
        return True
    if word == word.lower():
        return False
    before = _CAPITAL_BEFORE.search(text.raw, max(0, span.start - 40), span.start)
    beside = before or _CAPITAL_BEHIND.match(text.raw, span.end)
    return bool(beside or _TWO_CAPITALS.search(word))
