"""A file on the page: its rows, each with the two texts and what is to be said of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from newsfix.finding import Finding
from newsfix.output.concise import edit, rounded
from newsfix.output.html_report.controls import plural, style
from newsfix.output.html_report.kinds import family_of, state_of
from newsfix.output.html_report.markup import attribute, marked, plain, shortened
from newsfix.output.html_report.rows import Row, rows
from newsfix.output.html_report.spots import Piece, Spot, pieces, spots
from newsfix.output.result import Result
from newsfix.output.visible import visible
from newsfix.span import Span

_LEAD = 60  # characters of an unchanged stretch that are shown of it folded


@dataclass(frozen=True)
class _File:
    """A file with its spots, each of which has a name that is unique on the page."""

    number: int
    result: Result

    @cached_property
    def spots(self) -> Sequence[Spot]:
        return spots(self.result)

    @cached_property
    def _names(self) -> Mapping[int, str]:
        return {id(spot): f"{self.number}-{at}" for at, spot in enumerate(self.spots, start=1)}

    @property
    def text(self) -> str:
        return self.result.report.original

    def name(self, spot: Spot) -> str:
        return self._names[id(spot)]


def section(number: int, result: Result) -> Iterator[str]:
    """Yield the section of one file; its number is its place on the page."""
    file = _File(number, result)
    yield f'<section class="file" aria-labelledby="file-{number}">\n'
    yield f'<h2 id="file-{number}"><bdi>{attribute(result.path)}</bdi></h2>\n'
    of_file = rows(file.text, pieces(file.spots))
    for has_pieces, group in groupby(of_file, key=lambda row: bool(row.pieces)):
        if has_pieces:
            for row in group:
                yield from _row(row, file)
        else:
            yield _unchanged(list(group), file.text)
    yield "</section>\n"


def _row(row: Row, file: _File) -> Iterator[str]:
    label = f"Line {row.first}" if row.first == row.last else f"Lines {row.first}–{row.last}"
    yield f'<div class="row" role="group" aria-label="{label}">\n'
    yield f'<span class="line" aria-hidden="true">{row.first}</span>\n'
    before = _side(row, file.text, lambda piece: _before(piece, file))
    after = _side(row, file.text, lambda piece: _after(piece, file))
    yield f'<div class="side"><h3>Original</h3><p dir="auto">{before}</p></div>\n'
    yield f'<div class="side"><h3>Repaired</h3><p dir="auto">{after}</p></div>\n'
    begun = [piece.spot for piece in row.pieces if piece.first and piece.spot.findings]
    if begun:
        yield from _notes(begun, file)
    yield "</div>\n"


def _side(row: Row, text: str, shown: Callable[[Piece], str]) -> str:
    made = []
    at = row.span.start
    for piece in row.pieces:
        made += [shortened(text[at : piece.span.start]), shown(piece)]
        at = piece.span.end
    return "".join([*made, shortened(text[at : row.span.end])])


def _before(piece: Piece, file: _File) -> str:
    """Return a piece of the original: a link to what is said of it, if it is the first of its spot."""
    content = marked(piece.span.of(file.text)) or "‸"
    spot, name = piece.spot, file.name(piece.spot)
    if not (piece.first and spot.findings):
        return f'<span class="{_style(spot)}" data-spot="{name}">{content}</span>'
    return (
        f'<a class="{_style(spot)}" id="spot-{name}" data-spot="{name}" href="#note-{name}" '
        f'aria-label="{attribute(_spoken(spot, file.text))}" aria-describedby="note-{name}">{content}</a>'
    )


def _after(piece: Piece, file: _File) -> str:
    spot = piece.spot
    where = f'class="{_style(spot)}" data-spot="{file.name(spot)}"'
    if spot.change is None:
        return f"<span {where}>{marked(piece.span.of(file.text)) or '‸'}</span>"
    return f"<ins {where}>{marked(spot.change.replacement) or '‸'}</ins>"


def _style(spot: Spot) -> str:
    kind = "repair" if spot.change else "suggestion"
    family = style(family_of(spot.findings[0])) if spot.findings else "family-none"
    return f"mark {kind} {family}"


def _spoken(spot: Spot, text: str) -> str:
    """Say what a mark means, for those who do not see it."""
    first = spot.findings[0]
    if spot.change:
        what = _exchange(spot.change.original, spot.change.replacement)
    elif first.fixes:
        what = _exchange(first.fixes[0].span.of(text), first.fixes[0].replacement)
    else:
        what = _named(first.span.of(text))
    return f"{state_of(first)}, {family_of(first)}: {what}"


def _exchange(before: str, after: str) -> str:
    if not before:
        return f"insert {_named(after)}"
    return f"delete {_named(before)}" if not after else f"{_named(before)} becomes {_named(after)}"


def _named(text: str) -> str:
    """Return a text as it can be spoken: spaces by name, long texts by their beginning."""
    if text and not text.strip(" "):
        return "space" if len(text) == 1 else f"{len(text)} spaces"
    if text and not text.strip("\r\n"):
        return "line end"
    return visible(text if len(text) <= _LEAD else text[:_LEAD] + "…")


def _notes(of: Sequence[Spot], file: _File) -> Iterator[str]:
    """Yield what is said of the spots that begin in a row, folded."""
    count = sum(len(spot.findings) for spot in of)
    yield f'<details class="notes"><summary>{plural(count, "finding")}</summary>\n<ol>\n'
    for spot in of:
        notes = "".join(_note(finding, file.text) for finding in spot.findings)
        yield f'<li id="note-{file.name(spot)}">{notes}</li>\n'
    yield "</ol></details>\n"


def _note(finding: Finding, text: str) -> str:
    """Return all that is known of a finding; the script filters by the attributes."""
    family, state, confidence = family_of(finding), state_of(finding), rounded(finding.confidence)
    fixes = "".join(
        f'<span class="fix">{attribute(edit(text, fix))} <b>{rounded(fix.confidence)}</b>'
        f"{attribute(f' held back: {fix.held}') if fix.held else ''}</span>"
        for fix in finding.fixes
    )
    return (
        f'<p class="note" data-family="{attribute(family)}" data-rule="{attribute(finding.code)}" '
        f'data-state="{state}" data-confidence="{confidence}">'
        f'<span class="rule">{attribute(finding.code)}</span> {attribute(finding.message)} '
        f'<span class="facts">{state}, confidence <b>{confidence}</b></span>{fixes}</p>'
    )


def _unchanged(group: Sequence[Row], text: str) -> str:
    """Return a stretch in which nothing is to be seen, folded; nothing if it is empty."""
    span = Span(group[0].span.start, group[-1].span.end)
    content = span.of(text).strip("\r\n")
    if not content.strip():
        return ""
    first, last = group[0].first, group[-1].last
    lines = f"Line {first}" if first == last else f"Lines {first}–{last}"
    lead = plain(" ".join(content[: 2 * _LEAD].split())[:_LEAD])
    return (
        f'<details class="same"><summary><span class="line">{lines}, unchanged</span> '
        f'<bdi class="lead">{lead}…</bdi></summary><p dir="auto">{shortened(content)}</p></details>\n'
    )
