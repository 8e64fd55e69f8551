"""Restraint: a long text with few faults was edited by somebody, and is left as it is.

Real faults come in swarms, false alarms alone. In a text that is otherwise clean, an odd mark is
more often meant than anywhere else, and clean text must come back byte for byte; so there the fixes
of marks and capitals stay suggestions. Wrongly decoded and invisible characters, the furniture of
web pages, sentences split over lines, loops, second copies, a name that lost its marks in one of
its mentions and numbers in the notation of another language are repaired in any text, for nobody
writes those on purpose.
"""

from collections.abc import Iterable
from dataclasses import replace

from newsfix.finding import Finding

#: Expected faults per word (the sum of the confidences of the findings) below which a text counts
#: as edited. Visibly bad translations have ten times as many; measured on edited news.
FEWEST_FAULTS = 0.008
#: Shorter texts say too little about themselves.
FEWEST_WORDS = 200

_NEVER_MEANT = (
    *("ENC", "CHR", "RES"),
    *("STR101", "STR109", "STR110", "STR111"),  # split sentences, loops, second copies
    *("NAM101", "NAM103"),  # one name in two spellings
    *("NUM101", "NUM102", "NUM106", "NUM107", "NUM109", "NUM110"),  # numbers of other languages
    *("NUM114", "NUM116", "NUM117"),  # impossible hours, times and dates of other languages
)
#: What doubts rather than knows: in edited news it is mostly wrong, so it says nothing about a text.
_DOUBTS = ("PHR", "PRO", "NAM")
#: What saves a language model much: as frequent in what people write as in machine translations (measured
#: on newstest2013 and its references), so in edited text it is hardly ever a fault.
_RARE_TURNS = ("PHR101", "PHR102", "PHR103", "PHR104", "PHR105", "PHR106", "PHR110")
_IN_EDITED = 0.5
_REASON = "the text has few faults, so this may be meant"


def is_never_meant(finding: Finding) -> bool:
    """Say whether nobody produces such a fault on purpose."""
    return finding.code.startswith(_NEVER_MEANT)


def is_edited(raw: str, findings: Iterable[Finding]) -> bool:
    """Say whether a text is long enough and has few enough faults to have been edited."""
    expected = sum(finding.confidence for finding in findings if is_evidence(finding.code))
    if len(raw) < FEWEST_WORDS:  # a word has a letter at least
        return False
    words = len(raw.split())
    return words >= FEWEST_WORDS and expected < FEWEST_FAULTS * words


def is_evidence(code: str) -> bool:
    """Say whether what a rule finds tells how a text came about."""
    return not code.startswith((*_NEVER_MEANT, *_DOUBTS))


def restrained(finding: Finding) -> Finding:
    """Return ``finding`` with its fixes held back, unless nobody would mean such a thing.

    What models take for a fault is less likely one than they say.
    """
    if finding.code in _RARE_TURNS:
        finding = replace(finding, confidence=finding.confidence * _IN_EDITED)
    if is_never_meant(finding) or not finding.fixes:
        return finding
    fixes = tuple(replace(fix, held=fix.held or _REASON) for fix in finding.fixes)
    return replace(finding, fixes=fixes)
