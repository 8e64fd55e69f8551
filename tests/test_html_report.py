"""The page shows every finding and every change, and nothing in a file can get out of its place."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsfix
from newsfix.cli.main import main
from newsfix.document import Document, replay
from newsfix.finding import Finding, Fix, flag
from newsfix.normalisers import FAMILIES
from newsfix.output.html_report import html_report
from newsfix.output.html_report.rows import Row, rows
from newsfix.output.html_report.spots import pieces, spots
from newsfix.output.result import Result
from newsfix.report import Report
from newsfix.span import Span

HOSTILE = (
    "<script>alert(1)</script> , \"'><img src=x onerror=alert(1)> ,so</p></section></main>\n"
    "&lt; &amp , ${summary} $sections \u202eturned , \x00\x07\x1b[2J \ud800 , \ufeffend .\r\n"
    "<!-- ]]> , <style>*{display:none}</style> </script\n"
)


class Page(HTMLParser):
    """Collects the tags of a page, and the text of its paragraphs by what they are in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.sides: list[str] = []
        self._in_side = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: D102
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag == "p" and "dir" in attributes:
            self._in_side = True
            self.sides.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: D102
        self._in_side = self._in_side and tag != "p"

    def handle_data(self, data: str) -> None:  # noqa: D102
        if self._in_side:
            self.sides[-1] += data

    def values(self, name: str) -> list[str]:
        """Return all values of an attribute."""
        return [value for _, found in self.tags if (value := found.get(name)) is not None]


@cache
def of(text: str, path: str = "a.txt") -> Result:
    report = newsfix.fix(text)
    return Result(path, report, report.findings)


def page(*results: Result) -> str:
    return "".join(html_report(results))


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Draw a text with changes and findings that lie in it anyhow."""
    text = draw(st.text("ab \n\r.", min_size=1, max_size=30))
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(lambda pair: Span(*sorted(pair)))
    document = Document(text)
    findings = []
    for _ in range(draw(st.integers(0, 3))):
        edited = draw(span)
        try:
            changed = document.apply([(document.image(edited), draw(st.text("xy\n", max_size=2)))])
        except ValueError:
            continue
        document = changed
    for change in document.changes:
        fix = Fix(change.span, change.replacement, 0.9)
        findings.append(Finding("A1", change.span, "It is so.", 0.9, (fix,), applied=True))
    for where in draw(st.lists(span, max_size=4)):
        fixes = draw(st.sampled_from([(), (Fix(where, "z", 0.5),)]))
        findings.append(Finding("B1", where, "It may be so.", 0.5, fixes))
    report = Report(text, document.text, tuple(findings), document.changes)
    return Result("a.txt", report, tuple(findings))


@given(results())
def test_every_finding_has_one_place_and_places_do_not_overlap(result: Result) -> None:
    found = spots(result)
    assert sorted(map(id, chain(*(spot.findings for spot in found)))) == sorted(
        map(id, result.findings)
    )
    assert [spot.change for spot in found if spot.change] == list(result.report.changes)
    for left, right in pairwise(pieces(found)):
        assert left.span.end <= right.span.start
    assert sum(piece.first for piece in pieces(found)) == len(found)


@given(results())
def test_rows_show_the_whole_text_and_every_place(result: Result) -> None:
    text = result.report.original
    cut = list(rows(text, pieces(spots(result))))
    assert cut[0].span.start == 0
    assert cut[-1].span.end == len(text)
    for left, right in pairwise(cut):
        assert text[left.span.end : right.span.start] in ("\n", "\r", "\r\n")
        assert right.first == left.last + 1
    shown = [piece for row in cut for piece in row.pieces if piece.first]
    assert len(shown) == len(spots(result))


@given(results())
def test_the_two_sides_are_the_two_texts(result: Result) -> None:
    def bare(text: str) -> str:  # without line ends, and what the page puts in for what is not seen
        return "".join(one for one in text if one not in "\r\n⏎‸").replace("␣", " ")

    report = result.report
    changed = [row for row in rows(report.original, pieces(spots(result))) if row.pieces]
    sides = list(_sides(page(result)))
    assert bare("".join(sides[::2])) == bare(
        "".join(row.span.of(report.original) for row in changed)
    )
    assert bare("".join(sides[1::2])) == bare("".join(repaired(report, row) for row in changed))


def repaired(report: Report, row: Row) -> str:
    """Return what becomes of a row, by the changes that begin in it."""
    inside = [piece.spot.change for piece in row.pieces if piece.first and piece.spot.change]
    after = len(report.original) - row.span.end
    made = replay(report.original, inside)
    return made[row.span.start : len(made) - after]


def _sides(html: str) -> Iterator[str]:
    for part in html.split('<div class="side">')[1:]:
        yield from Page(part.partition("</p>")[0]).sides


@pytest.mark.parametrize("path", ["a.txt", "<b>\"'&.txt", "\udcff\u202e\n.md"])
@pytest.mark.parametrize("text", [HOSTILE, HOSTILE.replace("\n", "\r")])
def test_a_hostile_file_is_text_and_nothing_else(text: str, path: str) -> None:
    html = page(of(text, path))
    html.encode("utf-8")
    shown = Page(html)
    assert [tag for tag, _ in shown.tags].count("script") == 1
    assert not {"img", "iframe", "object", "base"} & {tag for tag, _ in shown.tags}
    body = html.partition("<main")[2].partition("<script>")[0]
    assert not set("\x00\x07\x1b\u202e\ufeff") & set(body)
    assert "$sections" in "".join(shown.sides)
    assert not [
        name
        for _, found in shown.tags
        for name in found
        if name.startswith("on") or name == "style"
    ]


def test_the_page_loads_nothing() -> None:
    shown = Page(page(of(HOSTILE)))
    assert not shown.values("src")
    assert all(target.startswith("#") for target in shown.values("href"))
    policy = next(value for value in shown.values("content") if value.startswith("default-src"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_every_name_is_there_once_and_every_link_leads_somewhere() -> None:
    shown = Page(
        page(of(HOSTILE, "a.txt"), of(HOSTILE, "b.txt"), of("russia waits ."), of("Clean."))
    )
    names = shown.values("id")
    assert len(names) == len(set(names))
    assert {target[1:] for target in shown.values("href")} <= set(names)
    assert set(shown.values("aria-describedby")) <= set(names)


@given(
    st.lists(st.sampled_from([HOSTILE, "One , two.", "Clean.", "", "russia ,waits"]), max_size=3)
)
@example([])
def test_the_same_results_make_the_same_page(texts: list[str]) -> None:
    assert page(*map(of, texts)) == page(*map(of, texts))


def test_a_long_clean_stretch_takes_little_room() -> None:
    clean = "The council met on Monday and agreed on the plan for the harbour.\n" * 2000
    for text in (f"{clean}It rains , he said.\n{clean}", f"{clean} , {clean}".replace("\n", " ")):
        gap = text.index(" ,")
        finding = Finding(
            "A1", Span(gap, gap + 1), "Gap.", 0.9, (Fix(Span(gap, gap + 1), "", 0.9),)
        )
        assert len(page(Result("a.txt", Report(text, text, (finding,)), (finding,)))) < 40_000


def test_a_flag_over_other_places_is_one_finding() -> None:
    text = "One , two , three."
    findings = (
        flag((0, len(text)), "All of it.", 0.6),
        Finding("A1", Span(3, 4), "Gap.", 0.9, (Fix(Span(3, 4), "", 0.9),), applied=True),
    )
    document = Document(text).apply([(Span(3, 4), "")])
    result = Result("a.txt", Report(text, document.text, findings, document.changes), findings)
    shown = Page(page(result))
    assert len([found for tag, found in shown.tags if tag == "a" and "data-spot" in found]) == 2


def test_every_family_has_a_mark_of_its_own_beside_its_colour() -> None:
    style = page(of("One , two.")).partition("<style>")[2].partition("</style>")[0]
    marks = {name: re.findall(rf"\.family-{name} {{ [^;]*;(.*?)}}", style) for name in FAMILIES}
    assert all(len(found) == 1 for found in marks.values()), "add the family to style.css"
    assert len({found[0] for found in marks.values()}) == len(FAMILIES)


# The command line


@pytest.mark.parametrize("command", ["check", "fix"])
def test_the_report_is_written_beside_the_usual_output(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, report = tmp_path / "a.txt", tmp_path / "report.html"
    file.write_text("One , two; russia waits.\n", "utf-8")
    main([command, "--isolated", str(file), "--report", str(report)])
    assert "<ins " in report.read_text("utf-8")
    first = report.read_bytes()
    file.write_text("One , two; russia waits.\n", "utf-8")
    main([command, "--isolated", str(file), "--report", str(report)])
    assert report.read_bytes() == first
    capsys.readouterr()


def test_an_article_is_never_taken_for_the_place_of_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    for file in (one, two):
        file.write_text("<p>One , two.</p>", "utf-8")
    assert main(["check", "--isolated", "--report", str(one), str(two)]) == 2
    assert one.read_text("utf-8") == "<p>One , two.</p>"
    assert "not overwritten" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One , two.", "utf-8")
    assert (
        main(["check", "--isolated", str(file), "--report", str(tmp_path / "no" / "r.html")]) == 2
    )
    assert (
        capsys.readouterr()
        .err.splitlines()[-1]
        .endswith("cannot be written (no such file or directory)")
    )
