"""Other forms of a word, by the rules of English spelling and a list of irregular verbs."""

from functools import cache

_VOWELS = "aeiou"
_IRREGULAR = """
arise arose arisen|be am is are was were been being|bear bore borne|beat beaten|become became|begin began begun
|bend bent|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built
|burn burnt|burst|buy bought|cast|catch caught|choose chose chosen|come came|cost|creep crept|cut|deal dealt
|dig dug|do does did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
|freeze froze frozen|get got gotten|give gave given|go goes went gone|grow grew grown|hang hung|have has had
|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|know knew known|lay laid|lead led|leave left|lend lent
|let|lie lay lain|lose lost|make made|mean meant|meet met|pay paid|put|quit|read|ride rode ridden|ring rang rung
|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set|shake shook shaken|shine shone
|shoot shot|show showed shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept
|speak spoke spoken|spend spent|spin spun|spread|stand stood|steal stole stolen|stick stuck|strike struck stricken
|strive strove|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn
|tell told|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|wind wound
|withdraw withdrew withdrawn|write wrote written
|man men|woman women|child children|person people|foot feet|tooth teeth|life lives|wife wives|half halves
|leaf leaves|knife knives|shelf shelves|thief thieves|wolf wolves
"""


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Return the irregular forms of a word, by each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for group in "".join(_IRREGULAR.split("\n")).split("|"):
        forms = tuple(group.split())
        for form in forms:
            found[form] = (*found.get(form, ()), *forms)
    return found


def forms(word: str) -> list[str]:
    """Return what may be other forms of a word in small letters: many are no words at all.

    >>> {"goes", "going", "went", "gone"} <= set(forms("go"))
    True
    >>> "cities" in forms("city"), "planned" in forms("plan"), "plan" in forms("planning")
    (True, True, True)
    """
    bases = {word, *_irregular().get(word, ()), *_bases(word)}
    found = {form for base in bases for form in (base, *_regular(base))}
    return sorted(form for form in found if form != word and len(form) > 1)


def bases(word: str) -> list[str]:
    """Return what a word in small letters may be a form of, itself among it: many are no words at all.

    >>> {"take", "took"} <= set(bases("took")), "plan" in bases("planned")
    (True, True)
    """
    irregular = _irregular().get(word, ())
    return [*dict.fromkeys([word, *irregular[:1], *_bases(word)])]


def inflected(word: str, base: str, like: str) -> str:
    """Return the form of ``word`` that ``like`` is of ``base``, by the rules of spelling; "" if there is none.

    >>> inflected("seize", "take", "took"), inflected("give", "donate", "donated"), inflected("car", "auto", "auto")
    ('seized', 'gave', 'car')
    """
    if like == base:
        return word
    ending = form_of(like)
    irregular = _irregular().get(word, ())
    if ending == "ed" and len(irregular) > 1 and irregular[0] == word:
        return irregular[1]
    return next((form for form in _regular(word) if ending and form.endswith(ending)), "")


def form_of(word: str) -> str:
    """Return the form of a verb: its ending, “ed” for every past, or nothing for the verb itself.

    >>> [form_of(word) for word in ("sound", "sounds", "sounded", "sounding", "took", "take")]
    ['', 's', 'ed', 'ing', 'ed', '']
    """
    if word.endswith("ing"):
        return "ing"
    group = _irregular().get(word, (word,))
    if word.endswith("ed") or (group[0] != word and not word.endswith("s")):
        return "ed"
    return "s" if word.endswith("s") and not word.endswith("ss") else ""


def _bases(word: str) -> list[str]:
    found = []
    if word.endswith("ies") and len(word) > 4:
        found.append(word[:-3] + "y")
    elif word.endswith("es"):
        found += [word[:-1], word[:-2]]
    elif word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
    if word.endswith("ied"):
        found.append(word[:-3] + "y")
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2] and stem[-1] not in "ls":
                found.append(stem[:-1])
    return found


def _regular(base: str) -> list[str]:
    if len(base) < 2:
        return []
    if base[-1] == "y" and base[-2] not in _VOWELS:
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    found = [base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")]
    if base[-1] == "e":
        return [*found, base + "d", base[:-1] + "ing"]
    found += [base + "ed", base + "ing"]
    if len(base) > 2 and base[-1] not in _VOWELS + "wxys" and base[-2] in _VOWELS:
        found += [base + base[-1] + "ed", base + base[-1] + "ing"]
    return found
