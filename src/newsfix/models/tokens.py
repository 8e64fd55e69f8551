"""Words and marks, cut as the English treebanks of Universal Dependencies cut them."""

import re
from functools import cache

# What follows a letter without being one: accents, joiners, soft hyphens, variation selectors.
_MARKS = r"\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_W = rf"[\w{_MARKS}]"
# Short forms that keep their full stop; months and "No." only before more.
_SHORT = "|".join(
    "Mrs Mr Ms Dr Prof Gen Col Sen Rep Gov Sgt Lt Capt Rev Hon St Ft Mt Jr Sr Inc Ltd Corp Co Bros"
    " Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec vs etc approx dept".split()
)
_ENDS = "com|org|net|edu|gov|info|uk|eu|ru|cn|de|fr|io|tv|html|htm|pdf|docx|doc|txt|xls|jpg|png"
_CLITIC = r"(?:s|re|ve|ll|d|m)(?!\w)"
# What a chunk between spaces is made of. Repetitions are bounded or run over one class of
# characters, and every branch takes something, so the time is linear in the length.
_PIECE = rf"""
      (?:https?://|www\.)\S+(?<![.,;:!?)\]'’"”])                 # an address
    | [\w.+-]{{1,40}}@[\w-]{{1,40}}(?:\.[\w-]{{1,40}}){{1,5}}      # an e-mail address
    | [@\#](?=[^\W\d])\w+                                          # a handle, a hashtag
    | (?:[a-z]\.|Ph\.){{2,8}}                                      # U.S., a.m., Ph.D.
    | (?:{_SHORT})\.(?!\w)
    | (?-i:[A-Z]\.)(?!\w)                                          # an initial
    | \w{{1,40}}(?:\.\w{{1,40}}){{0,4}}\.(?-i:{_ENDS})(?!\w)       # a site or a file
    | \d{{3}}-\d{{3,4}}(?:-\d{{4}})?(?![\w-])                      # a telephone number
    | \d+(?:[.:]\d\d)?(?=(?:[ap]\.?m|[kcm]m|kg|bn|mn)\b)           # 3|pm, 5|km
    | \d+(?:[.,:/]\d+)*{_W}*
    | [a-z]{{1,5}}(?:&[a-z]{{1,5}})+(?!\w)                         # AT&T
    | (?:e|non|pre|re|co|anti|pro|mis|post|cross|multi)-{_W}+      # these stay with their word
    | {_W}+?(?=n['’`]t(?!\w))                                      # do|n't
    | n['’`]t(?!\w)
    | ['’`]{_CLITIC}
    | {_W}+(?:['’](?!{_CLITIC}){_W}+)?                             # a word; O'Neill
    | ([-.!?*=~<>'’`\#])\1*                                        # a run of one mark
    | \S[{_MARKS}]*(?:(?<=\u200d)[^\s\w][{_MARKS}]*){{0,8}}         # any other; joined emoji
"""
# Two words written as one, and where the second begins.
_GLUED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3} | {
    verb + "nt": len(verb) for verb in "do did does is was are were could would should have".split()
}
_FACES = frozenset(":) :( ;) :-) :-( ;-) :D :P :/".split())
#: Finds what stands between spaces.
chunks = re.compile(r"\S+").finditer


@cache
def _piece() -> re.Pattern[str]:
    """Compile the pattern when the first chunk is cut: it takes some milliseconds."""
    return re.compile(_PIECE, re.VERBOSE | re.IGNORECASE)


def pieces(chunk: str) -> list[str]:
    """Cut what stands between two spaces into words and marks; joined, they are ``chunk`` again.

    >>> pieces("don't"), pieces("U.S.-led"), pieces("(3.5%),")
    (['do', "n't"], ['U.S.', '-', 'led'], ['(', '3.5', '%', ')', ','])
    """
    if chunk.isalpha() and chunk.lower() not in _GLUED:
        return [chunk]
    if chunk in _FACES:
        return [chunk]
    found = []
    for match in _piece().finditer(chunk):
        piece = match[0]
        cut = _GLUED.get(piece.lower())
        found += [piece[:cut], piece[cut:]] if cut else [piece]
    return found
