"""Whether a noun or name is one or several, where its form says so and nothing else may be meant."""

from enum import Enum
from functools import cache

from newsfix.models.inflections import bases, forms
from newsfix.models.phrasing import phrasing
from newsfix.text.lists import entries, words


class Number(Enum):
    """The number of a noun, and of the verb that agrees with it."""

    ONE = "singular"
    SEVERAL = "plural"

    @property
    def other(self) -> "Number":
        """The other one of the two."""
        return Number.SEVERAL if self is Number.ONE else Number.ONE


_SEVERAL = frozenset("men women children people".split())
#: Nouns that take both in one country or the other, or in one sense or the other, and those with one form.
EITHER = frozenset(
    "aircraft alias alike aristocracy arms array athletics atlas audience barracks barrage batch bench bias billion"
    " blind brave brotherhood bulk bunch bus business canvas cast cattle cavalry cent chaos chorus chunk clergy"
    " cluster collection combination community congregation couple crew crop crossroads crowd data days dead deaf"
    " diabetes disabled dozen duo economics elderly electorate elite enemy ensemble faithful family first fish flood"
    " flurry former fraction gallows gang gas general generation gentry goods group gymnastics half handful"
    " headquarters here homeless host hours hundred infantry injured innocent jury kind last latter leadership lens"
    " less line-up lineup list litany living lot lots majority management mathematics means measles media membership"
    " million minority minutes mix mob months more needy network news next nobility now number odds offspring old"
    " oppressed other others outfit pains pair per percent percentage physics plenty plurality police politics poor"
    " population portion powerful powerless press proportion public quarter quartet quorum raft range readership"
    " remainder rest rich sales same second section segment selection sequence series set share sheep sick side slew"
    " sort spacecraft spate species sports staff staffer stream string surge tandem tennis thanks third thousand"
    " time today tomorrow total trio type unemployed variety vulnerable wave way wealthy weeks whereabouts workforce"
    " works worth wounded years yesterday young youth".split()
)
# Bodies that are hardly ever spoken of as the people in them.
_NO_GROUPS = frozenset(
    "airport bakery brewery church city clinic college colony country county district emirate factory hospital hotel"
    " house institute kingdom laboratory magazine mill nation newspaper pharmacy province refinery region republic restaurant"
    " school shipyard shop state station store studio supermarket theater theatre town university village website".split()
)
_UNCOUNTED = frozenset(
    "violence evidence money advice research traffic homework knowledge weather luggage furniture health wealth growth"
    " intelligence influence confidence importance presidency legislation unrest warfare terrorism inflation progress software"
    " hardware music poetry electricity happiness safety poverty weaponry machinery sovereignty credibility anger fear grief"
    " peace pollution freedom oversight guidance assistance insurance finance resistance independence existence silence".split()
)
_MASS = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "hood")
_PLURAL_NAMES = frozenset(
    "Republicans Democrats Conservatives Liberals Muslims Christians Jews".split()
)
_PEOPLES = ("ans", "lis", "nis")
TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Prof Professor Mr. Mrs. Ms. Dr.".split())
_PLACES = frozenset(
    "Paris Chelsea Florence Sydney Charlotte Austin Dallas Jordan Georgia Lincoln Madison Virginia Carolina Preston Crystal"
    " Charlton Aston Chester Kent Milan Adelaide Victoria Houston Dakota India China Israel Jackson Lourdes".split()
)
_SHORTEST = 3


@cache
def number_of(noun: str) -> Number | None:
    """Return the number of a common noun in small letters; None where it may be either, or is unknown.

    >>> number_of("ministers"), number_of("minister"), number_of("police")
    (<Number.SEVERAL: 'plural'>, <Number.ONE: 'singular'>, None)
    """
    if noun in _SEVERAL:
        return Number.SEVERAL
    if len(noun) < _SHORTEST or noun in EITHER or noun in words("closed_class"):
        return None
    if noun in words("body_nouns") and noun not in _NO_GROUPS:
        return None
    knows = phrasing().ngrams.words.knows
    if noun.endswith("men"):
        return Number.SEVERAL if knows(f"{noun[:-3]}man") else None
    if noun.endswith(("ss", "us")):
        return Number.ONE if knows(f"{noun}es") else None
    if noun.endswith("is"):
        return Number.ONE if knows(f"{noun[:-2]}es") else None
    if noun.endswith("ics"):
        return None
    if noun.endswith("s"):
        return Number.SEVERAL if any(base != noun and knows(base) for base in bases(noun)) else None
    if (
        noun.endswith(_MASS)
        or noun in _UNCOUNTED
        or any(knows(form) for form in forms(noun) if form.endswith("s"))
    ):
        return None if noun + "s" in EITHER else Number.ONE
    return None


@cache
def number_of_name(name: str, before: str = "") -> Number | None:
    """Return the number of a name by its last two words: of one person, or of a people or party; None for all else.

    >>> number_of_name("Olsen", "Mr"), number_of_name("Olsen"), number_of_name("Republicans")
    (<Number.ONE: 'singular'>, None, <Number.SEVERAL: 'plural'>)
    """
    if name in _PLURAL_NAMES or (name.endswith(_PEOPLES) and name in entries("places").values()):
        return Number.SEVERAL
    if before in TITLES:
        return Number.ONE
    if before not in entries("first_names") or before in _PLACES or name in _PLACES:
        return None
    small = name.lower()
    is_word = small in words("words", "places", "body_nouns", "closed_class")
    return None if is_word and small not in words("surname_words") else Number.ONE
