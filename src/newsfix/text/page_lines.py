"""What can be seen of the lines of a page, one by one and beside each other."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from newsfix.text.lines import is_headline
from newsfix.text.patterns import Pattern
from newsfix.text.role import Role

_LONG = 220  # characters: only prose is as long
_TWO_CAPITALS = Pattern(r"\b\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]*\p{L}")
_INSIDE_NAMES = frozenset("of the and for de del van von bin al in".split())
_LONGEST_LABEL = 80
_QUOTES = "“\"‘'"
_ENDS = (".", "!", "?", "…")
_CLOSERS = "\"”’'»)]"
_MARKER = Pattern(
    r"(?:(?P<bullet>[•·▪●■►▶*⁃◦‣])[ ]?|(?P<dash>[-–—])[ ]|\(?(?P<number>\d{1,3}|\p{L})[.)]+[ ])\S"
)
_LABEL = Pattern(
    r"(?P<label>\p{Lu}[\p{Lu}\d.’' -]{0,34}|\p{Lu}[\p{L}.’'-]+(?:[ ]\p{Lu}[\p{L}.’'-]*){0,2})"
    r"(?:[ ]\([^()\n]{1,40}\))?:[ ]"
)
_STAMP = Pattern(r"\[?\d{1,2}(?:[:.h]\d{2}|(?=[ ]?[ap]\.?m))(?:[ ]?[ap]\.?m\.?)?(?![\d%])")
_NAME = Pattern(r"\p{Lu}\p{L}+(?:[ ](?:de[ ]|van[ ]|bin[ ]|al-)?\p{Lu}[\p{L}’'-]+)+\Z")


class Page:
    """The lines of a page and what is counted over all of them."""

    def __init__(
        self,
        lines: Sequence[str],
        gaps: Sequence[bool],
        known: Sequence[Role | None] | None = None,
    ) -> None:
        """Keep ``lines``; ``gaps`` say for each whether a blank line stands before it.

        ``known`` are the roles of those of which the markup says what they are for.
        """
        roles = known or [None] * len(lines)
        self.lines = tuple(
            Line(self, index, text, gap, role)
            for index, (text, gap, role) in enumerate(zip(lines, gaps, roles, strict=True))
        )

    @cached_property
    def repeated(self) -> Counter[str]:
        """How often each short line occurs."""
        return Counter(line.text for line in self.lines if len(line.text) < _LONG)

    @cached_property
    def labelled(self) -> int:
        """How many lines begin with the name of a speaker, or what looks like one."""
        return sum(line.label != "" for line in self.lines)

    @cached_property
    def stamped(self) -> int:
        """How many lines begin with a time of day."""
        return sum(line.is_stamped for line in self.lines)

    @cached_property
    def stanzas(self) -> frozenset[int]:
        """The lines that stand together as verses do: short, without stops, none of them blank."""
        found: set[int] = set()
        run: list[Line] = []
        for line in (*self.lines, None):
            if line is not None and line.may_be_verse and not (run and line.gap):
                run.append(line)
                continue
            if _is_stanza(run):
                found.update(one.index for one in run)
            run = [line] if line is not None and line.may_be_verse else []
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every two words with capitals that stand beside each other in a line of prose."""
        prose = "\n".join(line.text for line in self.lines if len(line.text) > _LONG / 4)
        return frozenset(_TWO_CAPITALS.compiled.findall(prose, overlapped=True))


class Line:
    """One line, and what is known of it."""

    def __init__(
        self,
        page: Page,
        index: int,
        text: str,
        gap: bool,  # noqa: FBT001
        known: Role | None,
    ) -> None:
        self.page = page
        self.index = index
        self.text = text
        self.gap = gap
        self.known = known

    @property
    def before(self) -> "Line | None":
        """The line before this one."""
        return self.page.lines[self.index - 1] if self.index else None

    @property
    def after(self) -> "Line | None":
        """The line after this one."""
        following = self.index + 1
        return self.page.lines[following] if following < len(self.page.lines) else None

    @cached_property
    def near(self) -> "tuple[Line, ...]":
        """The lines before and after, as far as there are any."""
        return tuple(line for line in (self.before, self.after) if line is not None)

    @property
    def is_long(self) -> bool:
        """Whether only prose is as long as this."""
        return len(self.text) > _LONG

    @property
    def is_plain(self) -> bool:
        """Whether it is prose for certain: long, and without anything that marks something else."""
        text = self.text
        if text[0] in "[(" or text[0].isdigit() or ":" in text[:_LONGEST_LABEL]:
            return False
        if text[0] not in _QUOTES and not (text[0].isalpha() and text[1:2] not in ".)"):
            return False
        return self.is_long or (len(text) > _LONG / 2 and self.is_stopped)

    @cached_property
    def words(self) -> list[str]:
        """What stands between spaces."""
        return self.text.split()

    @cached_property
    def is_stopped(self) -> bool:
        """Whether a sentence ends at its end."""
        return self.text.rstrip(_CLOSERS).endswith(_ENDS)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it looks like a paragraph of an article."""
        return self.is_long or (self.is_stopped and len(self.words) > 9)

    @cached_property
    def is_headline(self) -> bool:
        """Whether it is set in Title Case or in capitals."""
        return not self.is_long and is_headline(self.text)

    @cached_property
    def digits(self) -> float:
        """The share of its words that have a digit."""
        return sum(any(map(str.isdigit, word)) for word in self.words) / max(1, len(self.words))

    @cached_property
    def cells(self) -> int:
        """How many cells of a table it may have, as tabs, bars or wide gaps divide them."""
        return 1 + max(self.text.count("\t"), self.text.count("|"), self.text.count("   "))

    @cached_property
    def marker(self) -> str:
        """What marks it as an item of a list: "bullet", "dash", "number" or nothing."""
        match = _MARKER.match(self.text)
        return match.lastgroup or "" if match else ""

    @cached_property
    def label(self) -> str:
        """The speaker or topic before a colon at its start."""
        match = _LABEL.match(self.text)
        return match["label"] if match else ""

    @cached_property
    def is_stamped(self) -> bool:
        """Whether it begins with a time of day."""
        return _STAMP.match(self.text) is not None

    @cached_property
    def is_known_name(self) -> bool:
        """Whether it is nothing but a name, with a title perhaps, and another line has that name."""
        if self.is_stopped or len(self.words) > 8 or not self.words[0][0].isupper():
            return False
        if any(word.islower() and word not in _INSIDE_NAMES for word in self.words):
            return False
        name = _NAME.search(self.text)
        return name is not None and " ".join(name[0].split()[-2:]) in self.page.names

    @cached_property
    def may_be_verse(self) -> bool:
        """Whether it could be a line of a poem or a song."""
        return (
            1 < len(self.words) <= 10
            and len(self.text) <= 50
            and not self.marker
            and not self.digits
            and not self.label
            and self.cells == 1
        )


def _is_stanza(run: list[Line]) -> bool:
    if len(run) < 4 or len({line.text for line in run}) < len(run) / 2:
        return False
    stops = sum(line.is_stopped for line in run)
    headlines = sum(line.is_headline for line in run)
    capitals = sum(line.text.lstrip("“\"'‘")[:1].isupper() for line in run)
    return stops <= 0.4 * len(run) and headlines <= 0.3 * len(run) and capitals >= 0.7 * len(run)
