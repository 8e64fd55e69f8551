"""CAS101."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.clauses import may_be_sentence, may_hold_finite_verb
from newsfix.text.fragments import sentence_start
from newsfix.text.joints import may_be_last
from newsfix.text.lines import is_headline
from newsfix.text.lists import entries, words
from newsfix.text.order import CLAUSAL, MOVABLE, interrupts, may_be_out_of_order
from newsfix.text.sentences import sentence_at

# Words that go on; no sentence of news begins with them.
_CONTINUING = frozenset(
    "or nor of than that which who whose whom into onto is are was were be been being has have had"
    " can could would should must".split()
)
_JOINING = frozenset(
    "and but so because if when while where then after before since although though until also for"
    " with by from on at as to in upon not".split()
)
_SUBJECTS = frozenset("the this these those he she they it his its their our there".split())
_LONGEST = 9  # letters and a space
_LONGEST_LABEL = 4  # words
_SMALL = {word.capitalize(): word for word in _CONTINUING | _JOINING | _SUBJECTS}

_BEFORE = Pattern(
    r"(?<![\p{L}\p{M}\p{N}@#'’.-])"
    r"(?:(?P<word>[\p{L}\p{M}’']+)|[$€£]?\p{N}[\p{N}.,]*(?:%|th|st|nd|rd)?)"
    r"(?P<closed>[”\")]?)(?P<comma>,?)[ ](?P<bracket>\(?)\Z"
)
_AFTER = Pattern(
    r"[ ](?:[\p{Ll}\d][\p{Ll}\d’'-]*(?:[ ,.;:?!]|$)|(?P<capitals>\p{Lu}{2,}\b)|(?P<name>\p{Lu}\p{Ll}+))"
)
_FINITE_NEXT = Pattern(
    r"[ ](?:\p{Ll}+[ ])?(?:is|was|has|had|will|would|could|should|may|\p{Ll}+s)\b"
)
_SPOTS = ("9 Aa", "% Aa", 'a" Aa', "a” Aa", ") Aa", " (Aa")
# Words that something must follow.
_GOES_ON = frozenset(
    "a an the my your his its our their and or but nor if because although unless whether of at for"
    " from with into onto upon among between during per than via every no which whose is are was"
    " were be been has have had will would can could should may might must says say said".split()
)
_FINITE = words("closed_class", kind="auxiliary") - {"be", "been", "being", "have", "having"}
_NO_SUBJECT = ("article", "possessive", "preposition", "conjunction", "auxiliary", "adverb")
_PRONOUN = Pattern(r"[ ](?:you|we|they|he|she|it|i|there|this|these|those)\b")
_CLOSERS = '”"’)'
_TWICE = Pattern(r"[ ](?P<name>\p{Ll}+)[ ](?P=name)\b")
_DIVINE = ("He", "His")
_BELIEF = ("God", "God's", "God’s", "Lord", "Jesus", "Christ", "Allah")
# What stands before a clause, and so before a subject.
_BEFORE_CLAUSE = frozenset(
    "and or but nor if because although unless whether which whose than say says said has".split()
)
_NOMINATIVE = ("he", "she", "they", "it")
# What a name that begins with "The" stands behind.
_TITLED = frozenset(
    "band group duo trio singers film movie drama comedy thriller series sitcom novel book album song"
    " musical play newspaper daily weekly magazine paper tabloid ship pub bar".split()
)
_IN_TITLES = ("of", "the", "and", "in", "a", "an", "to", "for", "on", "with")
_TITLE_LIKE = Pattern(
    r"(?:\b\p{Lu}[\p{L}’']*[ ](?:\L<small>[ ]){0,2}){2,}\Z",
    small=_IN_TITLES,
)


@rule(
    "CAS101",
    "stray-capital",
    changes={
        "They come or If they are late they stay.": "They come or if they are late they stay.",
        "The price Of bread rose with The wages.": "The price of bread rose with the wages.",
        "He said That it was late.": "He said that it was late.",
        "They left the town After the war.": "They left the town after the war.",
        "She paid for it, But the shop was shut.": "She paid for it, but the shop was shut.",
        "Of the 40 Who came (Who were late) 12% Of them left.": (
            "Of the 40 who came (who were late) 12% of them left."
        ),
    },
    suggests={"They left the town He was born there.": "They left the town he was born there."},
    keeps=[
        "He lives in The Hague, hears The Who, and plays with the band The old five.",
        "The film Gone With the Wind and the play As You Like It",
        "The President met the Fed; May said so, and Will Hunt left.",
        "Storm Hits The Coast Of Chile",
        "He asked: Who are you? “In time,” she said.",
        "The talk between Are and Saara; the place where He was, they said, with the Lord.",
        "She asked, Are you late?",
    ],
    shapes=("a A", ", A", *_SPOTS),
)
def stray_capital(text: Text) -> Iterator[Finding]:
    """A small word with a capital in the middle of a sentence.

    A link or bold text ended there, a full stop was taken for one that ends a sentence, or a model
    learned from headlines. It is sure where no sentence can end before the word ("or If") or start
    with it ("price Of"), and where one of the two would have no verb. Otherwise a full stop may be
    missing instead, so that both repairs are suggestions. Titles and headlines keep their capitals,
    and so does the "He" of believers.
    """
    raw = text.raw
    headlines: dict[Span, bool] = {}
    for start, word in _candidates(text):
        span = Span(start, start + len(word))
        before = _BEFORE.search(raw, max(0, start - 30), start)
        after = _AFTER.match(raw, span.end)
        if before is None or after is None or after["name"]:
            continue
        line = text.line_at(start)
        if line not in headlines:
            headlines[line] = is_headline(line.of(raw))
        if headlines[line] or text.is_protected(span):
            continue
        if word == "The" and before["word"] in _TITLED and not before["comma"]:
            continue
        if word == "The" and _TWICE.match(raw, span.end):
            continue  # "The talk talk" is a name that was not capitalised
        if _may_be_title(before["word"] or "") and _TITLE_LIKE.search(
            raw, max(line.start, before.start() - 40), before.start()
        ):
            continue
        if word in _DIVINE and any(name in text.vocabulary for name in _BELIEF):
            continue
        small = _SMALL[word]
        if after["capitals"] and small in ("the", "his", "this"):
            continue  # "The STC" is a name
        sentence = sentence_at(raw, line, start)
        left, right = raw[sentence.start : start - 1], raw[span.end : sentence.end]
        sure = _sure(before.groupdict(), small, left, right)
        sure = min(sure, _most(raw, start, before.groupdict(), small, left, right))
        if sure < 0.5:
            continue
        fixes = [Fix(span, small, sure)]
        if sure < 0.9 and raw[start - 2] != "," and raw[start - 1] == " ":
            fixes.append(Fix(Span(start - 1, start), ". ", 0.3))
        message = f"“{word}” with a capital inside a sentence."
        yield Finding("", span, message, max(sure, 0.8), tuple(fixes))


def _most(
    raw: str, start: int, before: dict[str, str | None], small: str, left: str, right: str
) -> float:
    """Return how sure it can be at most that the letter is wrong, and not the words around it."""
    if _may_be_moved(raw, before["word"] or "", small, left, start):
        return 0.6
    if not before["comma"] and _may_begin(raw, start, small, left, right):
        return 0.6  # a full stop is missing
    return 1.0 if _is_known(right) else 0.8  # both words may be a name that was taken apart


def _may_be_moved(raw: str, before: str, small: str, left: str, start: int) -> bool:
    """Say whether the word may begin a clause, or follow one, that stands in the wrong place."""
    if interrupts(before, small) or may_be_out_of_order(raw, sentence_start(raw, start)):
        return True
    if before in _GOES_ON or not before[:1].islower():
        return False
    return small in CLAUSAL or (small in MOVABLE and not may_hold_finite_verb(left))


def _may_begin(raw: str, start: int, small: str, left: str, right: str) -> bool:
    """Say whether one sentence may end before the word and another begin with it."""
    if small in _CONTINUING - {"of", "that"} or not may_be_last(raw, start):
        return False
    if not may_hold_finite_verb(left):
        return False
    if small == "that":
        return _FINITE_NEXT.match(right) is not None
    if small in _SUBJECTS:
        return may_hold_finite_verb(right)
    comma = right.find(",")
    return comma >= 0 and may_hold_finite_verb(right[comma:])


def _breaks_off(word: str, left: str, right: str) -> bool:
    """Say whether a sentence seems to stop short at a preposition, and another to begin."""
    if entries("closed_class").get(word) != "preposition" or not may_hold_finite_verb(left):
        return False
    return may_hold_finite_verb(right.partition(",")[0])


def _is_known(right: str) -> bool:
    """Say whether the text begins with a word that is English, a number, or a name."""
    following = right.split(maxsplit=1)[0].strip(".,;:?!" + _CLOSERS)
    small = following.lower()
    return not small.isalpha() or following != small or small in words("words", "closed_class")


def _may_be_title(word: str) -> bool:
    """Say whether a word may stand in the middle of a title."""
    return word[:1].isupper() or word in _IN_TITLES


def _candidates(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the small words with a capital that stand behind something inside a sentence."""
    for start, word in text.vocabulary.inner_capitals:
        if word in _SMALL:
            yield start, word
    for shape in _SPOTS:
        for spot in text.shape.spots(shape):
            start = spot + len(shape) - 2
            word = text.raw[start : start + _LONGEST].partition(" ")[0]
            if word in _SMALL:
                yield start, word


def _sure(before: dict[str, str | None], small: str, left: str, right: str) -> float:
    """Return how sure it is that the capital is wrong, from the words on both sides."""
    word = before["word"] or ""
    if word.lower() == small:
        return 0.6  # then one of the two is too many
    if small in _FINITE and _may_be_name_or_question(word, right):
        return 0.3
    if before["bracket"]:
        return 0.96 if small in _CONTINUING else 0.3
    if before["closed"]:
        within = before["closed"] != ")" and not may_be_sentence(small, right)
        return 0.96 if small in _CONTINUING or within else 0.3
    if before["comma"]:
        return _after_comma(word, small, left)
    if word[:1].isupper():
        return 0.7 if small in _CONTINUING else 0.5
    return _after_word(word, small, left, right)


def _may_be_name_or_question(word: str, right: str) -> bool:
    """Say whether "Are" may be a name ("to Are", "between Are") or begin a question."""
    if entries("closed_class").get(word) in _NO_SUBJECT or word == "whom":
        return True
    return _PRONOUN.match(right) is not None or right.endswith("?")


def _after_comma(word: str, small: str, left: str) -> float:
    listed = left[:-1].rpartition(", ")[1:]
    titles = bool(listed[0]) and listed[1][:1].isupper()
    said = word in words("attribution_verbs")
    return 0.6 if small in _SUBJECTS and (said or titles or word[:1].isupper()) else 0.96


def _after_word(word: str, small: str, left: str, right: str) -> float:
    if word in _GOES_ON:
        # "The profit can be It reached a tenth": no subject stands there, so the stop is missing.
        if small in _NOMINATIVE and word not in _BEFORE_CLAUSE:
            return 0.6
        return 0.8 if small in _SUBJECTS and _breaks_off(word, left, right) else 0.97
    if small in _CONTINUING:
        return 0.96
    if small in _SUBJECTS and not right.rstrip(_CLOSERS).endswith((".", "?")):
        return 0.6  # two headlines that run together
    # A label may be without verb too, and so may a row of a table.
    labelled = len(left.split()) < _LONGEST_LABEL or not word
    begun = may_hold_finite_verb(left)
    unfinished = not begun and not labelled and small in _JOINING
    return 0.96 if unfinished or (begun and not may_be_sentence(small, right)) else 0.6
