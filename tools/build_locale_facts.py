"""Take the currencies and units of English from the Unicode CLDR.

    python tools/build_locale_facts.py

Babel, which carries the CLDR, is a dependency of this program alone.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/newsfix/text/data"
SOURCE = "Source: Unicode CLDR, by way of Babel. Licence: Unicode-3.0."
# Where a currency has a sign at home that English does not know.
HOMES = "en fr de es it pt pl cs hu ro bg ru uk tr he hi bn ur vi ko ja zh th kk ka hy az".split()
# What news writes for a currency beside its name, sign and code.
ALSO = {
    "US$": "dollar",
    "¥": "yen",
    "Rs": "rupee",
    "Rs.": "rupee",
    "rouble": "ruble",
    "roubles": "ruble",
    "Tk": "taka",
}
SIGNS = frozenset(("zł", "Kč"))
# Last words of the names of currencies that news uses otherwise.
OTHERWISE = frozenset("mark marks real reals right rights unit units gold silver".split())
# Spaces and dots inside a unit are what English does not write.
COMPOUND = re.compile(r"[^\W\d_]+[²³]?/[^\W\d_]+[²³]?|mmHg|inHg|[kKMGT]Wh|°[CF]")
SIMPLE = re.compile(r"[gmlt]|[^\W\d_]{2,3}[²³]?")
# What English counts, and short words that are more often something else.
COUNTED = frozenset(
    "item items dot dots night nights cup cups drop drops light pinch stone stones grain grains mole"
    " moles jigger jiggers quarter quarters revolution revolutions atmosphere atmospheres"
    " in au dec bar bars bu dot em ems fur ly min mth pm pn pt px rad rev smi st tn wk yr yrs".split()
)


def currencies() -> Iterator[tuple[str, str]]:
    """Yield every name, code and sign of a currency that is in use, and the noun for it."""
    from babel import Locale  # a dependency of this program alone

    english = Locale("en")
    names: Mapping[str, Mapping[str, str]] = english._data["currency_names_plural"]  # noqa: SLF001  # no other way
    yield from ALSO.items()
    for code in sorted(_in_use()):
        forms = names.get(code, {})
        one = forms.get("one", "").rpartition(" ")[2]
        other = forms.get("other", "").rpartition(" ")[2]
        if not one or one.lower() in OTHERWISE or not one.islower():
            continue
        yield one, one
        yield other, one
        yield code, one
        for home in HOMES:
            sign = Locale(home).currency_symbols.get(code, "").strip("\u200e\u200f\xa0 ")
            if (sign and home == "en") or (len(sign) == 1 and not sign.isalpha()) or sign in SIGNS:
                yield sign, one


def _in_use() -> set[str]:
    from babel.core import get_global

    return {
        code
        for used in get_global("territory_currencies").values()
        for code, _start, end, is_tender in used
        if end is None and is_tender
    }


def units() -> Iterator[tuple[str, str]]:
    """Yield the units that English writes with letters and signs, and their nouns."""
    from babel import Locale

    for language in ("en", "en_GB"):
        patterns = Locale(language)._data["unit_patterns"]  # noqa: SLF001  # no other way
        for unit in patterns.values():
            for width, forms in unit.items():
                for form in forms.values():
                    if not isinstance(form, str):
                        continue
                    sign = form.replace("{0}", "").strip()
                    if sign in COUNTED:
                        continue
                    if width == "long" and re.fullmatch(r"[a-z]+", sign):
                        yield sign, "noun"
                    elif COMPOUND.fullmatch(sign):
                        yield sign, "compound"
                    elif SIMPLE.fullmatch(sign):
                        yield sign, "simple"


def write(name: str, what: str, rows: Iterator[tuple[str, str]]) -> None:
    """Write a list in the form that newsfix.text.lists reads."""
    kept: dict[str, str] = {}
    for entry, value in rows:
        kept.setdefault(entry, value)
    body = "".join(f"{entry}\t{kept[entry]}\n" for entry in sorted(kept))
    head = f"# {what}\n# {SOURCE}\n# Built by tools/build_locale_facts.py.\n"
    (OUT / f"{name}.tsv").write_text(head + body, "utf-8")
    print(f"{name}: {len(kept)} entries")


if __name__ == "__main__":
    write(
        "currencies", "Names, codes and signs of currencies, and the noun for each.", currencies()
    )
    write("units", "Units as English writes them: in words, as one sign, as a compound.", units())
