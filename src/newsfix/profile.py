"""What a publisher has settled, where good English leaves a choice."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

Style = Literal["us", "gb", "in"]
Quotes = Literal["curly", "straight", "single"]
Commas = Literal["inside", "outside"]
ENGLISH = "en"
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def language_code(value: str) -> str:
    """Return the code of a language as it is written; ValueError if ``value`` is none.

    >>> language_code("PT_br"), language_code("de")
    ('pt-BR', 'de')
    """
    if not _CODE.fullmatch(value):
        raise ValueError(f"a language is a code such as en-GB, de or pt-BR, not {value!r}")
    first, *rest = value.replace("_", "-").split("-")
    return "-".join(
        (first.lower(), *(one.upper() if len(one) == 2 else one.capitalize() for one in rest))
    )


@dataclass(frozen=True, slots=True)
class Profile:
    """How a publisher writes; what it leaves open, each text decides for itself.

    ``style`` is American, British or Indian. ``quotes`` are the quotation marks and apostrophes that
    repairs put in: typographic, straight, or single ones. ``commas`` says where a comma or full stop
    stands beside a closing mark: inside everywhere, or outside where the words quoted are no sentence;
    ``style`` implies it. ``keep_residue`` holds phrases, in any capitals; a line of page furniture that
    holds one stays, and with ``*`` in it one describes a whole line. ``accept`` holds words and names
    that are right, written just so, whatever a rule thinks of them. ``language`` is what the texts are
    written in, as ``en``, ``en-GB``, ``de``: rules that do not know it do not run. ValueError for a choice
    that there is not, TypeError for a string in place of several.

    >>> Profile(style="gb").comma_place
    'outside'
    """

    style: Style | None = None
    accept: Collection[str] = frozenset()
    quotes: Quotes | None = None
    commas: Commas | None = None
    keep_residue: Collection[str] = ()
    language: str = ENGLISH

    def __post_init__(self) -> None:
        object.__setattr__(self, "language", language_code(self.language))
        for name, choices in (("style", Style), ("quotes", Quotes), ("commas", Commas)):
            value, known = getattr(self, name), get_args(choices)
            if value is not None and value not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}, not {value!r}")
        for name in ("accept", "keep_residue"):
            value = getattr(self, name)
            if isinstance(value, str):  # else each of its letters would count
                raise TypeError(f"{name} holds several strings, and is not the string {value!r}")
            object.__setattr__(self, name, frozenset(filter(str.strip, value)))

    @property
    def comma_place(self) -> Commas | None:
        """Where commas stand beside a closing mark, if anything says so."""
        if self.commas is None and self.style is not None:
            return "inside" if self.style == "us" else "outside"
        return self.commas

    @property
    def tongue(self) -> str:
        """The language without its country, such as ``de``."""
        return self.language.partition("-")[0]
