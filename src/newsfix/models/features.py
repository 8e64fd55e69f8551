"""What the tagger sees of a word and of the words around it: features, each a hash of 32 bits.

Training and tagging both take them from here, so the two cannot drift apart. The features follow the
averaged-perceptron taggers of Collins (2002), with two additions: the tags that a word is known to take
(its class), and what the clause had so far (its state), which reaches farther back than two tags.
A feature has no name, only the CRC-32 of one (feature hashing: Weinberger et al., 2009). A checksum can be
carried on from where another ended, so that a pair of words costs no new string.
"""

from typing import NamedTuple
from zlib import crc32

from newsfix.models.tags import Tag

TAGS: tuple[Tag, ...] = tuple(Tag)
EDGE = len(TAGS)  #: the "tag" before the first word
#: What a class says besides the tags: the word has hardly ever another tag; it is the first, or the
#: second, of a pair that matters.
ALWAYS, LEADS, FOLLOWS = 1 << 31, 1 << 30, 1 << 29
_OTHER = 0x9E3779B9  # sets the features of a pair's first word apart from the second's
_CURLY = str.maketrans("’‘`´“”„«»", '\'\'\'\'"""""')
_ENDINGS = (
    *("ing", "ings", "ed", "ly", "ies", "tion", "tions", "sion", "ment", "ments", "ness", "ity"),
    *("ers", "er", "est", "ous", "ful", "less", "able", "ible", "ive", "ical", "ic", "al", "ary"),
    *("ism", "ist", "ists", "ize", "ise", "ized", "izes", "ate", "ates", "ated", "ss", "us", "is"),
    *("an", "ian", "ia", "ov", "sky", "son", "ez", "s"),
)
_BY_LENGTH = sorted(_ENDINGS, key=len, reverse=True)


class Look(NamedTuple):
    """How a word looks: all that its features are made of."""

    key: bytes  #: small letters, digits as 0, straight marks
    kind: bytes  #: the class: the tags it is known to take, or for other words, its ending
    shape: str
    ending: bytes
    is_known: bool
    leads: bool
    follows: bool
    #: The checksums that pairs with a following word carry on.
    pair_key: int
    pair_kind: int

    @property
    def outline(self) -> tuple[bytes, str]:
        """Class and shape: what a neighbour sees."""
        return self.kind, self.shape


class Context(NamedTuple):
    """What was tagged before a word: the features of that alone, and what those with a word carry on."""

    bare: tuple[int, ...]
    with_key: tuple[int, ...]
    with_kind: tuple[int, ...]
    with_ending: tuple[int, ...]


def key_of(word: str) -> str:
    """Return the form under which a word is known."""
    key = word[:40].lower().translate(_CURLY)
    if key.isalpha():
        return key
    return "".join("0" if letter.isdigit() else letter for letter in key)


def shape_of(word: str) -> str:
    """Return how a word is written: a small, A one capital, B all capitals, m mixed, 9, or marks."""
    if word.islower():
        return "a" if word.isalpha() else "b"
    first = word[:1]
    if first.isdigit():
        return "9"
    if word.isupper():
        return "B" if len(word) > 1 else "I"
    if first.isupper():
        return "A" if word[1:].islower() else "M"
    return "m" if any(map(str.isalnum, word)) else "."


def look_at(word: str, known: int | None) -> tuple[Look, int]:
    """Return the look of ``word``, and the number of the only tag that it takes, or -1.

    ``known`` is what the word list has for it: a bit for each tag that it takes, and ALWAYS and so on.
    """
    shape = shape_of(word)
    text = key_of(word)
    if known is None:
        ending = "" if shape in "9." else next(filter(text.endswith, _BY_LENGTH), "")
        kind = shape if shape in "9." else "?" + ending
        return _look(text, kind, shape, 0), -1
    tags = known & (1 << EDGE) - 1
    always = tags.bit_length() - 1 if known & ALWAYS else -1
    return _look(text, f"{tags:x}", shape, known), always


def _look(text: str, kind: str, shape: str, known: int) -> Look:
    key, class_ = text.encode("utf-8", "surrogatepass"), kind.encode()
    flags = bool(known), bool(known & LEADS), bool(known & FOLLOWS)
    pairs = crc32(b"[w%b|" % key), crc32(b"[k%b|" % class_)
    return Look(key, class_, shape, key[-3:], *flags, *pairs)


EDGE_LOOK = _look("", "^", "^", LEADS | FOLLOWS)


def own(look: Look) -> list[int]:
    """Return what a word says of its own tag."""
    key, kind, shape = look.key, look.kind, look.shape.encode()
    names = [b"0", b"w" + key, b"k" + kind, b"s" + shape, b"ks%b|%b" % (kind, shape)]
    if shape not in b"9.^":
        size = len(key)
        names += [b"-%d%b" % (length, key[-length:]) for length in range(1, 6) if length < size]
        names += [b"+%d%b" % (length, key[:length]) for length in range(1, 5) if length < size]
        names.append(b"-s%b|%b" % (key[-2:], shape))
    return [crc32(name) for name in names]


def beside(place: str, look: Look) -> list[int]:
    """Return what a word says of the tag of a word at ``place`` from it (a, b behind; y, z ahead)."""
    at = place.encode()
    names = [b"%bw%b" % (at, look.key), b"%bk%b" % (at, look.kind)]
    if place in "ay":
        names += [b"%bs%b" % (at, look.shape.encode()), b"%b-%b" % (at, look.ending)]
    return [crc32(name) for name in names]


def context(state: int, last: int, before: int) -> Context:
    """Return what the tags so far say: the last two, and the state of the clause."""
    one, two, clause = b"t%d|" % last, b"u%d.%d|" % (last, before), b"c%d|" % state
    names = (one, two, clause, clause + one, clause + two)
    bare = tuple(crc32(b"0" + name) for name in names)
    starts = (
        (b"w", (one, clause)),
        (b"k", (one, two, clause, clause + one)),
        (b"-", (one, clause)),
    )
    return Context(bare, *(tuple(crc32(kind + name) for name in every) for kind, every in starts))


def kind_history(look: Look, past: Context) -> list[int]:
    """Return what the tags so far say, alone and together with the class of a word."""
    return [*past.bare, *(crc32(look.kind, start) for start in past.with_kind)]


def ending_history(look: Look, past: Context) -> list[int]:
    """Return what the tags so far, together with the ending of a word, say of its tag."""
    return [crc32(look.ending, start) for start in past.with_ending]


def key_history(look: Look, past: Context) -> list[int]:
    """Return what the tags so far, together with a known word itself, say of its tag."""
    return [crc32(look.key, start) for start in past.with_key] if look.is_known else []


def pair(first: Look, second: Look) -> tuple[list[int], list[int]]:
    """Return what two words together say of the first one's tag, and of the second's."""
    of_second = []
    if first.leads:
        of_second.append(crc32(second.kind, first.pair_key))
        if second.follows:
            of_second.append(crc32(second.key, first.pair_key))
    if second.follows:
        of_second.append(crc32(second.key, first.pair_kind))
    return [feature ^ _OTHER for feature in of_second], of_second


def ahead(last: int, here: tuple[bytes, str], then: tuple[bytes, str]) -> list[int]:
    """Return what the last tag and the outlines of a word and the next say of the word's tag."""
    return [crc32(b"ty%d|%b" % (last, then[0])), crc32(b"tky%d|%b|%b" % (last, here[0], then[0]))]


def around(
    before: tuple[bytes, str], here: tuple[bytes, str], then: tuple[bytes, str]
) -> list[int]:
    """Return what the outlines of a word and its two neighbours say of the word's tag."""
    return [
        crc32(b"ak%b|%b" % (before[0], here[0])),
        crc32(b"ky%b|%b" % (here[0], then[0])),
        crc32(b"aky%b|%b|%b" % (before[0], here[0], then[0])),
        crc32(f"asy{before[1]}{here[1]}{then[1]}".encode()),
    ]


# The state of a clause: what the last verb was (times eight), what opened this part of it since (times
# two), and whether a noun came since either. A participle needs "have" or "be" somewhere before it, a
# past tense needs a subject.
STATES = 64
_FULL, _BE, _HAVE, _MODAL, _INFINITIVE, _LOOSE = range(8, 56, 8)
_COMMA, _COORDINATED, _SUBORDINATE, _RELATIVE = 2, 4, 6, 7
_VERB_BITS = 0b111000
_AFTER_VERB = {
    Tag.VERB_FIN: _FULL,
    Tag.VERB_IMP: _FULL,
    Tag.VERB_INF: _INFINITIVE,
    Tag.VERB_GER: _LOOSE,
    Tag.VERB_PART: _LOOSE,
}
_AUXILIARIES = {"be": _BE, "have": _HAVE}
_NOMINAL = frozenset((Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM))
_ROLES = {
    "have": "have has had having 've 'd ve hadn haven hasn",
    "be": "is are was were be been being am 's 're 'm re m isn wasn aren weren",
    "stop": ". ! ? ; : ... …",
    "comma": ", - -- – — (",
    "relative": "who which that whom what whose",
}
_ROLE_OF = {key.encode(): role for role, keys in _ROLES.items() for key in keys.split()}


def role_of(key: bytes) -> str:
    """Return what a word can mean for the state of its clause, or nothing."""
    return _ROLE_OF.get(key, "")


def next_state(state: int, role: str, tag: Tag) -> int:
    """Return the state of the clause after a word of this role, tagged so."""
    if tag.is_verb:
        return _AFTER_VERB.get(tag) or _AUXILIARIES.get(role, _MODAL)
    if tag is Tag.PUNCT:
        if role == "stop":
            return 0
        return state & _VERB_BITS | _COMMA if role == "comma" else state
    if tag is Tag.CCONJ:
        return state & _VERB_BITS | _COORDINATED
    if tag is Tag.SCONJ:
        return state & _VERB_BITS | _SUBORDINATE
    if tag is Tag.PRON and role == "relative":
        return state & _VERB_BITS | _RELATIVE
    return state | 1 if tag in _NOMINAL else state
