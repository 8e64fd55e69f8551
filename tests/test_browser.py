"""The page of --report in a real browser: it can be seen, walked through, filtered and heard.

Chromium is Debian's package "chromium", or the program that NEWSFIX_CHROMIUM names. Without one these
tests are skipped, but never where NEWSFIX_NEEDS_BROWSER is set, as it is in CI.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import newsfix
from newsfix.output.html_report import html_report
from newsfix.output.result import Result
from tests.test_html_report import HOSTILE

CHROMIUM = os.environ.get("NEWSFIX_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None and "NEWSFIX_NEEDS_BROWSER" not in os.environ,
    reason="no Chromium here; “apt-get install chromium” has one",
)

ARTICLE = """\
In recent weeks , the U.S. And other states warned the ministry .

Officials in the capital of russia say that nothing is lost.

A line on which nothing is wrong, and nothing has to be repaired.

The vote â€“ if it comes â€“ will be close , or If the mayor has his way, late.
"""
ARABIC = "قال الوزير , إن التصويت سيجري غدا .\n"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return what opens the report about some texts; whatever the page complains of is a failure."""
    complaints: list[str] = []
    contexts = []

    def _open(*texts: str, **settings: object) -> Page:
        looked = []
        for number, text in enumerate(texts):
            report = newsfix.fix(text)
            looked.append(Result(f"news/{number} <b>.txt", report, report.findings))
        file = tmp_path / "report.html"
        file.write_text("".join(html_report(looked)), "utf-8")
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.as_uri())
        assert requests == [file.as_uri()]
        return page

    yield _open
    for context in contexts:
        context.close()
    assert complaints == []


def shown(page: Page) -> int:
    return page.locator("a.mark:not(.off)").count()


def test_the_keys_lead_from_finding_to_finding_and_round(open_page: Open) -> None:
    page = open_page(ARTICLE)
    links = page.locator("a.mark")
    count = links.count()
    assert count > 5
    visited = []
    for _ in range(count + 1):
        page.keyboard.press("n")
        visited.append(page.evaluate("document.activeElement.id"))
    assert visited == [*(link.get_attribute("id") for link in links.all()), visited[0]]
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == visited[-2]
    page.uncheck("#keys")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "keys"


def test_the_confidence_is_there_on_hover_and_on_focus(open_page: Open) -> None:
    page = open_page(ARTICLE)
    tip = page.locator("#tip")
    assert tip.is_hidden()
    page.locator("ins.mark").first.hover()
    assert "PUN101" in tip.inner_text()
    assert "confidence 0.9" in tip.inner_text()
    page.mouse.move(0, 0)
    assert tip.is_hidden()
    page.locator("a.mark").nth(1).focus()
    assert "CAS102" in tip.inner_text()
    page.keyboard.press("Escape")
    assert tip.is_hidden()


def test_filters_leave_what_was_asked_for_and_say_how_much(open_page: Open) -> None:
    page = open_page(ARTICLE, "One , two.\n")
    counts = page.locator("#counts")
    everything = shown(page)
    assert counts.inner_text() == f"{everything} of {everything} findings shown, in 2 files"
    page.uncheck("input[value=punctuation]")
    assert 0 < shown(page) < everything
    assert page.locator(".file:visible").count() == 1
    assert counts.inner_text() == f"{shown(page)} of {everything} findings shown, in 1 file"
    page.check("input[value=punctuation]")
    page.select_option("select[name=rule]", "CAS102")
    assert shown(page) == 1
    assert page.locator(".row:visible").count() == 1
    page.select_option("select[name=rule]", "")
    page.fill("input[name=confidence]", "1")
    assert shown(page) == 0
    assert counts.inner_text() == f"0 of {everything} findings shown, in 0 files"
    page.fill("input[name=confidence]", "0")
    page.uncheck("input[value=repair]")
    assert shown(page) == page.locator("a.mark.suggestion").count()


def test_a_link_opens_what_is_said_of_its_place(open_page: Open) -> None:
    page = open_page(ARTICLE)
    note = page.locator("[id^=note-]").first
    assert note.is_hidden()
    page.locator("a.mark").first.press("Enter")
    assert note.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_and_the_button(open_page: Open, scheme: str) -> None:
    page = open_page(ARTICLE, color_scheme=scheme)

    def is_dark() -> bool:
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return int(paper.removeprefix("rgb(").split(",")[0]) < 128

    assert is_dark() == (scheme == "dark")
    page.click("#theme")
    assert is_dark() == (scheme == "light")
    assert page.locator("#theme").get_attribute("aria-pressed") == str(is_dark()).lower()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_runs_out_of_the_page(open_page: Open, width: int) -> None:
    page = open_page(
        ARTICLE, HOSTILE, ARABIC, "x" * 2000 + " , y.\n", viewport={"width": width, "height": 700}
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_hostile_file_runs_nothing(open_page: Open) -> None:
    page = open_page(HOSTILE, HOSTILE.replace("\n", "\r"))
    assert page.locator("script").count() == 1
    assert page.locator("main img, main style").count() == 0
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()


def test_what_is_written_from_right_to_left_stays_so(open_page: Open) -> None:
    page = open_page(ARABIC)
    side = page.locator(".side p").first
    assert side.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator("h2").evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_nothing_moves_where_motion_is_not_wanted(open_page: Open) -> None:
    page = open_page(ARTICLE, reduced_motion="reduce")
    style = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(style) == "auto"
    assert page.locator("a.mark").first.evaluate(
        "element => getComputedStyle(element).transitionDuration"
    ) in ("0s", "")


def test_without_scripts_everything_can_be_read(open_page: Open) -> None:
    page = open_page(ARTICLE, java_script_enabled=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator(".side:visible").count() > 2
    page.locator(".notes summary").first.click()
    assert "confidence" in page.locator(".notes").first.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_barrier(open_page: Open, scheme: str, width: int) -> None:
    # The page's own policy would keep axe out: it is lifted for the look alone.
    page = open_page(
        ARTICLE,
        HOSTILE,
        "",
        color_scheme=scheme,
        bypass_csp=True,
        viewport={"width": width, "height": 900},
    )
    for summary in page.locator("summary").all():
        summary.click()
    page.keyboard.press("n")
    found = Axe().run(page)
    assert len(found.response["passes"]) > 20  # it has looked
    assert found.violations_count == 0, found.generate_report()
