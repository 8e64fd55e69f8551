"""LanguageTool: what is sent, what comes back, and what happens when nothing does."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix import Pipeline
from newsfix.finding import Finding
from newsfix.languagetool import Grammar, GrammarError, Server, find_home
from newsfix.languagetool.annotation import annotated, code_points
from newsfix.languagetool.chunks import MOST, chunks
from newsfix.languagetool.grammar import LANGUAGETOOL
from newsfix.languagetool.installation import check, install, pins
from newsfix.languagetool.variety import variety
from newsfix.normalisers import default
from newsfix.rules import Rule
from newsfix.span import Span
from newsfix.text import Profile, Text
from tests.languagetool import serving
from tests.strategies import RULES


class Normalising(NamedTuple):
    """Stands for the server: what it finds has the codes of the server's."""

    name: str
    find: Callable[[Text], Iterator[Finding]]
    rules: tuple[Rule, ...] = (LANGUAGETOOL,)


TEXTS = st.text(st.sampled_from("ab \n.é😀👩‍🚀e\u0301\u200b𝒳ª"), max_size=60)


@given(TEXTS)
def test_offsets_are_those_of_a_plain_recount(text: str) -> None:
    place = code_points(text)
    for at in range(len(text) + 1):
        assert place(len(text[:at].encode("utf-16-le")) // 2) == at


@given(TEXTS)
def test_a_text_is_sent_whole(text: str) -> None:
    import json

    parts = json.loads(annotated(text))["annotation"]
    assert "".join(part.get("text", part.get("markup", "")) for part in parts) == text
    assert all("ª" not in part.get("text", "") for part in parts)


@given(st.lists(st.integers(1, 2 * MOST), max_size=12))
def test_chunks_are_whole_paragraphs(lengths: list[int]) -> None:
    raw = "\n\n".join("a" * length for length in lengths)
    text = Text(raw)
    found = list(chunks(text.paragraphs))
    assert [span for span in found if span.end - span.start > MOST] == [
        span for span in text.paragraphs if span.end - span.start > MOST
    ]
    assert "".join(span.of(raw).replace("\n\n", "") for span in found) == raw.replace("\n\n", "")


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("The 😀 men is here.\r\nThe 😀 dog sleeps.\r\n", "text"),
        ("# A 😀 day\n\nThe *men* `x` is here.\n", "markdown"),
        ("<p>The 👩‍🚀 <b>men</b> is here.</p>\n<p>Not here.</p>", "html"),
        ("\ufeffThe e\u0301 men is here.", "text"),
    ],
)
def test_findings_stand_where_the_word_is(text: str, format_: str) -> None:
    with serving({"is": "are"}) as server:
        report = Pipeline([Grammar(server.url)]).run(text, format=format_)
    assert [finding.code for finding in report.findings] == ["LT:FOUND_WORD"]
    assert report.findings[0].span.of(text) == "is"
    assert report.findings[0].fixes[0].replacement == "are"


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("He recieved it.", "recieved", True),
        ("Kyrlo left. He met Kyrlo again.", "Kyrlo", False),  # a name that recurs
        ("Kyrlo’s plan is Kyrlo’s.", "Kyrlo’s", False),
        ("The blorf ran. A blorf sat.", "blorf", True),  # as a word of the source does
        ("He met al-Kyrlo, then al-Kyrlo left.", "al-Kyrlo", False),
        ("He met Kyrlo. A Kyrlokan left.", "Kyrlo", True),
        ("He said “it was a blorf”.", "blorf", False),
        ("A newsroom's blorf.", "blorf", True),
    ],
)
def test_names_that_recur_and_quotations_are_no_spelling_mistakes(
    text: str, word: str, *, told: bool
) -> None:
    with serving({word: "right"}, rule="MORFOLOGIK_RULE_EN_US", category="TYPOS") as server:
        assert bool(list(Grammar(server.url, all_rules=True).find(Text(text)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He met Kyrlo Budan there, and blorf.", False),
        ("He met Kyrlo Budan there, and blorf, and blorf.", True),
        ("He met Kyrlo Budan there, and blorf, and blorf. " + "It rained all day. " * 100, False),
        ("He met Kyrlo Budan there. " + "It rained all day, and blorf. " * 60, True),
    ],
)
def test_a_single_name_is_told_among_many_faults(text: str, *, told: bool) -> None:
    words = {"Kyrlo": "right", "blorf": "right"}
    with serving(words, rule="MORFOLOGIK_RULE_EN_US", category="TYPOS") as server:
        found = {one.span.of(text) for one in Grammar(server.url).find(Text(text))}
    assert found == ({"blorf", "Kyrlo"} if told else {"blorf"})


def test_accepted_words_are_no_spelling_mistakes() -> None:
    text = Text("It was a blorf.", Profile(accept=frozenset(("blorf",))))
    with serving({"blorf": "b"}, rule="MORFOLOGIK_RULE_EN_US", category="TYPOS") as server:
        assert not list(Grammar(server.url, all_rules=True).find(text))


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("The vote , they say, is over.", "text"),
        ("# News\n\nThe *vote* , they say, is **over**.\r\n", "markdown"),
        ("<p>The <b>vote</b> , they say, is <i>over</i>.</p>", "html"),
        ("- The [vote](a.md) , they say, is over.", "markdown"),
        ('{"title": "The vote , they say, is over."}', "json"),
    ],
)
@pytest.mark.parametrize("threshold", [0.95, 1.0])
def test_what_newsfix_finds_itself_is_told_once(text: str, format_: str, threshold: float) -> None:
    with serving({" ,": ",", "vote ,": "vote", "over": "done"}) as server:
        pipeline = Pipeline([*default(), Grammar(server.url)], threshold=threshold)
        report = pipeline.run(text, format=format_)
    assert [finding.code for finding in report.findings] == ["PUN101", "LT:FOUND_WORD"]
    assert report.findings[1].span.of(text) == "over"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_nothing_is_told_beside_a_finding_of_our_own_in_a_file(rule: Rule) -> None:
    """Whatever the server says of whichever word."""

    def every_word(text: Text) -> Iterator[Finding]:
        for match in re.finditer(r"\w+", text.raw):
            yield Finding("LT:ANY", Span(*match.span()), "", 0.6)

    server = Normalising("grammar", every_word)
    for example in (*rule.changes, *rule.suggests, *rule.flags)[:2]:
        words = re.sub(r"([A-Za-z]{2,})", r"<b>\1</b>", escape(example, quote=False))
        text = f"<p>{words}</p><p>It rained in Lima.</p>"
        found = Pipeline([*default(), server], extend_select=[rule.code]).run(text, format="html")
        own = [
            one.span for one in found.findings if one.code[:3] != "LT:" and one.confidence >= 0.5
        ]
        other = [one.span for one in found.findings if one.code == "LT:ANY"]
        assert other
        assert not [(one, it) for one in own for it in other if one.overlaps(it)]


def test_quoted_words_and_numbers_stay() -> None:
    with serving({"go": "goes", "12": "13"}) as server:
        report = Pipeline([Grammar(server.url)], threshold=0).run("“He go” said 12 men.")
    assert report.text == report.original
    assert all(fix.held for finding in report.findings for fix in finding.fixes)


def test_answers_are_remembered_by_their_text() -> None:
    with serving({}) as server:
        grammar = Grammar(server.url)
        for _ in range(3):
            list(grammar.find(Text("One.\n\nTwo.")))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("said", "limit", "times", "reason"),
    [
        ({"good_for": 0}, 0.1, 1, "did not answer within"),
        ({"good_for": 0, "nonsense": b"<html>"}, 60, 2, "no LanguageTool at"),
        ({"good_for": 0, "nonsense": b'{"a": 1}'}, 60, 1, "not as LanguageTool does"),
        ({"good_for": 1, "nonsense": b"[]"}, 60, 1, "not as LanguageTool does"),
    ],
)
def test_without_an_answer_all_other_findings_stand(
    said: dict[str, object], limit: float, times: int, reason: str
) -> None:
    text = "The vote , they said,was over.\n\n" + "A long day. " * 400 + "\n\n" + "The end. " * 400
    alone = Pipeline().run(text)
    with serving({"day": "night"}, **said) as server:
        pipeline = Pipeline([*default(), Grammar(server.url, limit=limit)])
        report = pipeline.run(text)
        heard = len(server.heard)
        assert pipeline.run(text) == report
    assert report.text == alone.text
    assert report.findings == alone.findings
    assert [reason in warning for warning in report.skipped] == [True]
    assert report.skipped[0].startswith("grammar was left out: ")
    parts = len(list(chunks(Text(text).paragraphs)))
    assert 1 <= heard <= times * parts
    assert len(server.heard) == heard, "whoever did not answer once is not asked again"


def test_nobody_at_the_address() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        report = Pipeline([Grammar(url)]).run("He go.")
    assert "no LanguageTool at" in report.skipped[0]


@pytest.mark.parametrize("url", ["ftp://x", "", "http://", "//"])
def test_bad_addresses(url: str) -> None:
    with pytest.raises(GrammarError, match="no address"):
        Grammar(url)


def _java(folder: Path, script: str) -> str:
    path = folder / "java"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (
            "echo 'Error: Could not find or load main class x' >&2; exit 1",
            "installation in .* is broken",
        ),
        ("echo 'x.UnsupportedClassVersionError: 61.0' >&2; exit 1", "this Java is too old"),
        ("echo 'Unrecognized option: -cp' >&2; exit 1", "Unrecognized option"),
        (
            "echo 'java.net.BindException: Address already in use'; exit 1",
            "port that it was given was taken",
        ),
        ("exit 0", "said nothing"),
        ("exec sleep 60", "did not start within 1 seconds"),
    ],
)
def test_a_server_that_does_not_start(tmp_path: Path, script: str, reason: str) -> None:
    begun = time.monotonic()
    with pytest.raises(GrammarError, match=reason):
        Server(tmp_path, java=_java(tmp_path, script), limit=1 if "sleep" in script else 60)
    assert time.monotonic() - begun < 50


def test_a_home_may_be_named_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path)
    java = _java(tmp_path, 'cd / && ls -d ${3%%/\\**} && echo "error: it is there" && exit 1')
    with pytest.raises(GrammarError, match="it is there"):
        Server(Path("home"), java=java, limit=60)


def test_without_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GrammarError, match="no Java"):
        Server(tmp_path)


def test_no_server_is_left_behind(tmp_path: Path) -> None:
    """Even when newsfix is killed, the program that it started ends."""
    java = _java(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 60")
    code = (
        "from pathlib import Path; from newsfix.languagetool import Server; "
        f"Server(Path({str(tmp_path)!r}), java={java!r}, limit=60)"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        pid = _when_there(tmp_path / "pid")
        process.send_signal(signal.SIGKILL)
    until = time.monotonic() + 30
    while time.monotonic() < until and _runs(pid):
        time.sleep(0.05)
    assert not _runs(pid)


def _when_there(path: Path) -> int:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if path.exists() and path.read_text().strip():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError("the program was not started")


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_finding_an_installation(tmp_path: Path) -> None:
    for version in ("6.10", "6.9"):
        (tmp_path / f"LanguageTool-{version}").mkdir()
        (tmp_path / f"LanguageTool-{version}" / "languagetool-server.jar").touch()
    newest = tmp_path / "LanguageTool-6.10"
    assert find_home(str(tmp_path)) == newest
    assert find_home(str(newest)) == newest
    assert find_home(None, {"LTP_PATH": str(tmp_path)}) == newest
    with pytest.raises(GrammarError, match="holds no LanguageTool"):
        find_home(str(tmp_path / "none"))


def test_artifacts_are_compared_with_their_pins(tmp_path: Path) -> None:
    name = "languagetool-server-6.8.jar"
    assert name in pins()
    (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(GrammarError, match="SHA-256"):
        check(tmp_path)
    (tmp_path / name).rename(tmp_path / "stranger.jar")
    with pytest.raises(GrammarError, match="no part of LanguageTool"):
        check(tmp_path)


def test_installing_without_maven_or_over_something(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match="Maven"):
        install(tmp_path / "new", maven="no-such-maven")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "file").touch()
    maven = _java(tmp_path, "exit 1")
    with pytest.raises(GrammarError, match="something else"):
        install(tmp_path / "there", maven=maven)
    with pytest.raises(GrammarError, match="Maven fails"):
        install(tmp_path / "new", maven=maven)
    with pytest.raises(GrammarError, match="no language"):
        install(tmp_path / "new", languages=["xx"], maven=maven)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("text", "style", "code"),
    [
        ("The colour of the labour centre.", None, "en-GB"),
        ("The color of the labor center.", None, "en-US"),
        ("It rained.", None, "en-US"),
        ("The color.", "gb", "en-GB"),
        ("The colour.", "us", "en-US"),
        ("It rained.", "in", "en-GB"),
    ],
)
def test_the_language_follows_the_text(text: str, style: object, code: str) -> None:
    assert variety(Text(text, Profile(style=style))) == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "code"),
    [("de", "de-DE"), ("de-AT", "de-AT"), ("fr", "fr"), ("pt_br", "pt-BR"), ("en-AU", "en-AU")],
)
def test_another_language_is_asked_for_by_the_profile(language: str, code: str) -> None:
    with serving({"Haus": "Haus"}) as server:
        pipeline = Pipeline([Grammar(server.url)], profile=Profile(language=language))
        report = pipeline.run("Das Haus , das neue.")
    assert [one["language"] for one in server.asked] == [code]
    assert [one.code for one in report.findings] == ["LT:FOUND_WORD"]


def test_a_language_that_the_server_does_not_know_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Das Haus , das neue.\n")
    with serving({"Haus": "Haus"}, languages=frozenset(["en-US"])) as server:
        ran = _run(tmp_path, "--languagetool-url", server.url, "--language", "de", "a.txt")
        known = _run(tmp_path, "--languagetool-url", server.url, "a.txt")
    line = "newsfix: grammar was left out: this LanguageTool does not know the language “de”;"
    assert ran.stderr.startswith(line)
    assert ran.stderr.count("grammar") == 1
    assert "PUN101" in ran.stdout
    assert "LT:" not in ran.stdout
    assert "LT:FOUND_WORD" in known.stdout


def test_a_language_is_added_to_what_newsfix_installed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("languagetool-server-6.8.jar", "language-en-6.8.jar", "language-es-6.8.jar"):
        (home / name).touch()
    maven = _java(tmp_path, "exit 1")
    assert install(home, languages=["en", "es"], maven=maven) == home  # by others: they are there
    with pytest.raises(GrammarError, match="has no “de”, and newsfix did not make it"):
        install(home, languages=["en", "de"], maven=maven)
    (home / "languages.txt").write_text("en\n")
    assert install(home, maven=maven) == home
    with pytest.raises(GrammarError, match="Maven fails"):  # Spanish is there by halves
        install(home, languages=["en", "es"], maven=maven)
    assert (home / "language-en-6.8.jar").exists()


# A real LanguageTool: starting one takes longer than all else here.


@pytest.fixture(scope="module")
def running() -> Iterator[list[Server]]:
    """The server that runs, if one does; whoever closes it takes it away."""
    servers: list[Server] = []
    yield servers
    for server in servers:
        server.close()


@pytest.fixture
def real(running: list[Server], monkeypatch: pytest.MonkeyPatch) -> Server:
    """A real LanguageTool; CI must have one."""
    try:
        home = find_home(os.environ.get("NEWSFIX_LANGUAGETOOL"))
    except GrammarError as error:
        if os.environ.get("NEWSFIX_NEEDS_LANGUAGETOOL"):
            raise
        pytest.skip(str(error))
    if not running:
        # Asked five times, it would be optimised for longer than it works.
        monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        running.append(Server(home, limit=120))
    return running[0]


def test_a_real_server_finds_what_is_wrong(real: Server) -> None:
    text = "He go to 😀 a apple shop.\r\n\r\nKyrlo was recieved by the men of Kyrlo."
    report = Pipeline([Grammar(real.url, all_rules=True, limit=300)]).run(text)
    assert not report.skipped
    found = {finding.span.of(text): finding.code for finding in report.findings}
    assert found["go"] == "LT:HE_VERB_AGR"
    assert found["a"] == "LT:EN_A_VS_AN"
    assert found["recieved"].startswith("LT:MORFOLOGIK")
    assert "Kyrlo" not in found


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("text", "The 😀 e\u0301 day: he go home.\r\n\r\nThe 👩‍🚀 left: he go home."),
        ("markdown", "# A 😀 day\r\n\r\nThe *e\u0301* [sign](x.md) `he go` is: he go home.\r\n"),
        ("html", "<h1>A 😀 day</h1>\n<p>Caf&eacute; &#128512; <b>news</b>: he go home.</p>"),
    ],
)
def test_a_real_server_finds_it_where_it_is(real: Server, format_: str, text: str) -> None:
    report = Pipeline([Grammar(real.url, all_rules=True, limit=300)]).run(text, format=format_)
    assert not report.skipped
    found = [tuple(one.span) for one in report.findings if one.code == "LT:HE_VERB_AGR"]
    assert found == [
        (at + 3, at + 5) for at in range(len(text)) if text.startswith("he go home", at)
    ]


def test_a_real_server_killed_in_the_middle(real: Server, running: list[Server]) -> None:
    grammar = Grammar(real.url, limit=300)
    first = Pipeline([*default(), grammar]).run("The vote , they say, is over.")
    running.remove(real)
    real.close()
    second = Pipeline([*default(), grammar]).run("The men , they say, is over.")
    assert not first.skipped
    assert second.text == "The men, they say, is over."
    assert "no LanguageTool" in second.skipped[0]


#: Other rules are not what is tried here, and without their models a process starts in half the time.
QUICK = ("--ignore=casing,names,phrasing,pronouns,residue,structure,wording",)


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "newsfix", "check", "--isolated", *QUICK, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "LTP_PATH": ""},
    )


def test_the_command_without_a_server_says_so_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The vote , they say.\n")
    ran = _run(tmp_path, "--languagetool", "a.txt")
    assert ran.returncode == 1
    assert "PUN101" in ran.stdout
    assert "grammar was left out: no LanguageTool is installed" in ran.stderr
    assert ran.stderr.count("grammar") == 1
    for how in ("json", "sarif"):
        told = _run(tmp_path, "--languagetool", "--output-format", how, "a.txt").stdout
        assert "grammar was left out: no LanguageTool is installed" in told
    _run(tmp_path, "--languagetool", "--report", "page.html", "a.txt")
    assert "Not all was looked at: grammar was left out" in (tmp_path / "page.html").read_text()
    required = _run(tmp_path, "--languagetool=required", "a.txt")
    assert required.returncode == 2
    assert required.stderr.count("\n") == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_server_that_goes_is_said_once_and_costs_no_finding(tmp_path: Path, jobs: str) -> None:
    names = [f"{number}.txt" for number in range(6)]
    for name in names:
        (tmp_path / name).write_text(f"The vote , they say, is over in {name}.\n")
    with serving({"is": "was"}, good_for=1, nonsense=b"<html>") as server:
        ran = _run(tmp_path, "--languagetool-url", server.url, "--jobs", jobs, *names)
    assert ran.returncode == 1
    assert ran.stdout.count("PUN101") == len(names)
    assert ran.stderr.count("grammar was left out: no LanguageTool at") == 1


def test_a_part_that_the_server_refuses_costs_no_other(tmp_path: Path) -> None:
    for name, text in (("a.txt", "He is here."), ("b.txt", "Der Tag is."), ("c.txt", "It is.")):
        (tmp_path / name).write_text(text)
    with serving({"is": "was"}, refused="Tag") as server:
        ran = _run(
            tmp_path, "--languagetool-url", server.url, "--jobs", "1", "a.txt", "b.txt", "c.txt"
        )
    assert ran.stdout.count("LT:FOUND_WORD") == 2
    assert "newsfix: b.txt: grammar was left out: LanguageTool refuses (500)" in ran.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_with_a_server(tmp_path: Path, jobs: str) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("The vote , they say, is over.\n")
    with serving({"is": "was"}) as server:
        ran = _run(tmp_path, "--languagetool-url", server.url, "--jobs", jobs, "a.txt", "b.txt")
        off = _run(tmp_path, "--languagetool-url", server.url, "--ignore", "LT:FOUND_WORD", "a.txt")
    assert ran.stdout.count("LT:FOUND_WORD") == 2
    assert ran.stdout.count("PUN101") == 2
    assert off.stdout.count("LT:") == 0


def test_comments_name_its_rules() -> None:
    text = "It is.\n\nIt is. <!-- newsfix: ignore[LT:FOUND_WORD] -->\n\nIs <!-- newsfix: ignore[LT] -->\n"
    with serving({"is": "was", "Is": "Was"}) as server:
        report = Pipeline([Grammar(server.url)]).run(text, format="markdown")
    assert [tuple(finding.span) for finding in report.findings] == [(3, 5)]


def test_a_selector_that_means_the_server_is_right_without_one() -> None:
    assert Pipeline(ignore=["LT:EN_A_VS_AN", "LT"]).run("A day.").text == "A day."
