"""Prose in markup: what is found, what is repaired, and that nothing else ever changes."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsfix
from newsfix.cli.options import MARKUP
from newsfix.document import replay, undo
from newsfix.formats import FORMATS, format_of, parse
from newsfix.span import Span
from tests.growth import MOST, growth
from tests.strategies import texts

MARKDOWN = {
    "front matter": (
        '---\ntitle: "The vote , today"\nslug: a , b\n---\n\nText.\n',
        '---\ntitle: "The vote, today"\nslug: a , b\n---\n\nText.\n',
    ),
    "toml front matter": (
        "+++\ndescription = 'It rained , he said'\ntags = ['a , b']\n+++\nText.\n",
        "+++\ndescription = 'It rained, he said'\ntags = ['a , b']\n+++\nText.\n",
    ),
    "heading": ("# The vote , today\n", "# The vote, today\n"),
    "emphasis": ("It **rained** , he *said* .\n", "It **rained**, he *said*.\n"),
    "link": (
        'See [the , page](http://example.org/a,b "t , u") ,or not.\n',
        'See [the, page](http://example.org/a,b "t , u"), or not.\n',
    ),
    "reference link": (
        "See [the page][a , b] , please.\n\n[a , b]: http://example.org/x,y\n",
        "See [the page][a , b], please.\n\n[a , b]: http://example.org/x,y\n",
    ),
    "boundary at closing markup": (
        "It **rained**.Then it *stopped*.Then **The** end came.\n",
        None,
    ),
    "code": ("Use `a , b` , then ``c ,d`` .\n", "Use `a , b`, then ``c ,d``.\n"),
    "code block": ("```\na , b\n```\n\n    c , d\n", "```\na , b\n```\n\n    c , d\n"),
    "list": ("- eggs , milk\n- [ ] bread ,butter\n", "- eggs, milk\n- [ ] bread, butter\n"),
    "quotation": ("> It rained ,\n> he said .\n", "> It rained,\n> he said.\n"),
    "table": (
        "| a , b | c |\n|---|---|\n| bread ,butter | f , |\n",
        "| a, b | c |\n|---|---|\n| bread, butter | f, |\n",
    ),
    "hard breaks": ("It rained ,  \nhe said .\\\nSo.\n", "It rained,  \nhe said.\\\nSo.\n"),
    "short-codes": (
        '{{< figure src="a , b" >}}\n\nText , here {{% note , x %}} and {% tag , y %} .\n',
        '{{< figure src="a , b" >}}\n\nText, here {{% note , x %}} and {% tag , y %}.\n',
    ),
    "images": (
        "A ![alt , text](i,j.png) here ,now.\n",
        "A ![alt , text](i,j.png) here, now.\n",
    ),
    "tags of templates": (
        "{% highlight text %}\na , b\n{% endhighlight %}\n\nText {{ x , y }} , and {% raw %}c , d{% endraw %} .\n",
        "{% highlight text %}\na , b\n{% endhighlight %}\n\nText {{ x , y }}, and {% raw %}c , d{% endraw %}.\n",
    ),
    "a tag on many lines": (
        '{{< figure src="a , b"\n  *title*="c , d" >}}\nText , here.\n',
        '{{< figure src="a , b"\n  *title*="c , d" >}}\nText, here.\n',
    ),
    "footnotes of many paragraphs": (
        "It rained[^long name] , he said.\n\n[^long name]: Not , really.\n\n    Not , now.\n",
        "It rained[^long name], he said.\n\n[^long name]: Not, really.\n\n    Not, now.\n",
    ),
    "json front matter": (
        '{\n  "title": "The vote , today",\n  "slug": "a , b"\n}\n\nText , here.\n',
        '{\n  "title": "The vote, today",\n  "slug": "a , b"\n}\n\nText, here.\n',
    ),
    "expressions and attributes": (
        "# The vote , today {#a , b}\n\nText {props.a , b} , <Foo x={a , b}>in , side</Foo> .\n{: .c , d}\n",
        "# The vote, today {#a , b}\n\nText {props.a , b}, <Foo x={a , b}>in, side</Foo>.\n{: .c , d}\n",
    ),
    "formulas and money": (
        "Let $a , b$ be , or $$c , d$$ , so. It costs $5 , or $10 , he said.\n",
        "Let $a , b$ be, or $$c , d$$, so. It costs $5, or $10, he said.\n",
    ),
    "links by name": (
        "See [a , b][] , [C , D] , [no , link] .\n\n[a , b]: http://example.org\n[c , d]: <http://example.org/x>\n",
        "See [a , b][], [C , D], [no, link].\n\n[a , b]: http://example.org\n[c , d]: <http://example.org/x>\n",
    ),
    "carriage returns": (
        "It **rained** , so.\r\n\r\n- a , b\r\n",
        "It **rained**, so.\r\n\r\n- a, b\r\n",
    ),
    "nesting": (
        "> - a , b\n>   > c , d\n>   >\n>   > 1. e , f\n\nThe vote\n===\n",
        "> - a, b\n>   > c, d\n>   >\n>   > 1. e, f\n\nThe vote\n===\n",
    ),
    "html inside": (
        '<div class="a , b">Text , <b>here</b> .</div>\n\nAnd <i title="c , d">there</i> , too.\n',
        '<div class="a , b">Text, <b>here</b>.</div>\n\nAnd <i title="c , d">there</i>, too.\n',
    ),
    "footnotes": (
        "It rained[^1] , he said.\n\n[^1]: Not , really.\n",
        "It rained[^1], he said.\n\n[^1]: Not, really.\n",
    ),
    "entities": ("Berg &amp; Co , the caf&eacute; .\n", "Berg &amp; Co, the caf&eacute;.\n"),
    "false break in emphasis": (
        "In the **U.S.** And other states, it rained.\n",
        "In the **U.S.** and other states, it rained.\n",
    ),
}

HTML = {
    "inline tags": (
        "<p>It <b>rained</b> , he <i>said</i> .</p>",
        "<p>It <b>rained</b>, he <i>said</i>.</p>",
    ),
    "attributes": (
        '<a href="a , b" title="c , d">e , f</a>',
        '<a href="a , b" title="c , d">e, f</a>',
    ),
    "script and style": (
        "<style>a , b</style><script>c , d</script><pre>e , f</pre><p>g , h</p>",
        "<style>a , b</style><script>c , d</script><pre>e , f</pre><p>g, h</p>",
    ),
    "code": ("<p>Use <code>a , b</code> , then.</p>", "<p>Use <code>a , b</code>, then.</p>"),
    "comments": (
        "<!-- a , b --><p>c , d</p><!DOCTYPE x , y>",
        "<!-- a , b --><p>c, d</p><!DOCTYPE x , y>",
    ),
    "white space": ("<p>\n  It rained ,\n  he said .\n</p>", "<p>\n  It rained,\n  he said.\n</p>"),
    "entities": (
        "<p>Berg &amp; Co , &quot;no&quot; .</p>",
        "<p>Berg &amp; Co, &quot;no&quot;.</p>",
    ),
    "breaks": ("<p>It rained ,<br>he said ,so .</p>", "<p>It rained,<br>he said, so.</p>"),
    "tags that never close": (
        "<p>It rained , <b>he said .<li>so , so",
        "<p>It rained, <b>he said.<li>so, so",
    ),
}


RST = {
    "titles": ("====\nA , b\n====\n\nC , d\n-----\n", "====\nA, b\n====\n\nC, d\n-----\n"),
    "titles that references name": (
        "See `The , vote`_ , please.\n\nThe , vote\n==========\n",
        "See `The , vote`_, please.\n\nThe , vote\n==========\n",
    ),
    "inline": (
        "It *rained , twice* , said ``a , b`` , and **he** .\n",
        "It *rained, twice*, said ``a , b``, and **he**.\n",
    ),
    "links": (
        "See `the , page <https://example.org/a,b>`_ , `that , one`_ , this_ , and [1]_ .\n",
        "See `the, page <https://example.org/a,b>`_, `that , one`_, this_, and [1]_.\n",
    ),
    "text roles": (
        "See :ref:`the , page <a , b>` , :math:`x , y` , and |c , d| .\n",
        "See :ref:`the, page <a , b>`, :math:`x , y`, and |c , d|.\n",
    ),
    "wrapped": ("It rained ,\nhe said ,\nso .\n", "It rained,\nhe said,\nso.\n"),
    "admonition": (
        ".. note:: It rained ,\n   he said .\n\n   - so , so\n",
        ".. note:: It rained,\n   he said.\n\n   - so, so\n",
    ),
    "figure": (
        ".. figure:: a , b.png\n   :alt: c , d\n\n   A storm , seen.\n\n   More , below.\n",
        ".. figure:: a , b.png\n   :alt: c , d\n\n   A storm, seen.\n\n   More, below.\n",
    ),
    "code and other directives": (
        ".. code-block:: text\n\n   a , b\n\n.. unknown:: c , d\n\n   e , f\n\n.. |x| replace:: g , h\n",
        None,
    ),
    "literal blocks": ("So::\n\n    a , b\n\nSo::\n\n> c , d\n> e , f\n\n>>> g , h\n", None),
    "comments and targets": (
        ".. a , b\n   c , d\n\n.. _e , f: https://example.org/g,h\n\n__ i , j\n",
        None,
    ),
    "tables": (
        "+-------+---+\n| a , b | c |\n+-------+---+\n\n===== ===\na , b c\n===== ===\nd , e f\n===== ===\n",
        None,
    ),
    "tables of lists": (
        ".. list-table:: The , table\n   :header-rows: 1\n\n   * - a , b\n     - c , d\n",
        ".. list-table:: The, table\n   :header-rows: 1\n\n   * - a, b\n     - c, d\n",
    ),
    "fields about the file": (
        ":title: The vote , today\n:tags: a , b\n\nText.\n\n:Place: Lima , they say\n",
        ":title: The vote, today\n:tags: a , b\n\nText.\n\n:Place: Lima, they say\n",
    ),
    "lists": (
        "- eggs , milk\n\n  and , more\n- bread , butter\n\n1. one , two\n#. three , four\n\nTerm\n   It , is.\n",
        "- eggs, milk\n\n  and, more\n- bread, butter\n\n1. one, two\n#. three, four\n\nTerm\n   It, is.\n",
    ),
    "line blocks and quotations": (
        "| so , so\n| and , so\n\nText.\n\n    It rained , he said.\n",
        "| so, so\n| and, so\n\nText.\n\n    It rained, he said.\n",
    ),
    "escapes": ("It is 2 \\* 3 , he said.\n", "It is 2 \\* 3, he said.\n"),
}

ASCIIDOC = {
    "header": (
        "= The vote , today\nAnn , Bo <a@b.org>\n:tags: a , b\n:description: It rained , so.\n\nText , here.\n",
        "= The vote, today\nAnn , Bo <a@b.org>\n:tags: a , b\n:description: It rained, so.\n\nText, here.\n",
    ),
    "inline": (
        "It *rained , twice* , said `a , b` , and __h__e , +c , d+ , {e} .\n",
        "It *rained, twice*, said `a , b`, and __h__e, +c , d+, {e}.\n",
    ),
    "links": (
        "See https://example.org/a,b[the , page] , xref:c.adoc[the , other] , <<d,the , third>> .\n",
        "See https://example.org/a,b[the, page], xref:c.adoc[the, other], <<d,the, third>>.\n",
    ),
    "macros": (
        "See image:a.png[b , c] , footnote:[d , e] stem:[f , g] .\n\nimage::h.png[i , j]\n",
        "See image:a.png[b , c], footnote:[d , e] stem:[f , g].\n\nimage::h.png[i , j]\n",
    ),
    "blocks of code": (
        "[source,text]\n----\na , b\n----\n\n....\nc , d\n....\n\n[listing]\ne , f\n\n g , h\n\n++++\ni , j\n++++\n",
        None,
    ),
    "comments": ("// a , b\n\n////\nc , d\n\ne , f\n////\n\nifdef::x[]\nendif::[]\n", None),
    "quotations, examples, captions": (
        "[quote, A , B]\n____\nIt rained , so.\n____\n\n.The , example\n====\nText , here.\n====\n",
        "[quote, A , B]\n____\nIt rained, so.\n____\n\n.The, example\n====\nText, here.\n====\n",
    ),
    "lists": (
        "* eggs , milk\n** bread , butter\n+\nand , more\n\n. one , two\n\nRain , x:: It , is.\n\nNOTE: So , so.\n",
        "* eggs, milk\n** bread, butter\n+\nand, more\n\n. one, two\n\nRain, x:: It, is.\n\nNOTE: So, so.\n",
    ),
    "tables": (
        '[cols="1,1"]\n|===\n|a , b |c , d\n\n2+|e , f\n|===\n\n,===\ng , h\n,===\n',
        '[cols="1,1"]\n|===\n|a, b |c, d\n\n2+|e, f\n|===\n\n,===\ng , h\n,===\n',
    ),
    "hard breaks": ("It rained , +\nhe said .\n", "It rained, +\nhe said.\n"),
    "titles": ("== A , b\n\nC , d\n-----\n", "== A, b\n\nC, d\n-----\n"),
    "what is signed": ("-----BEGIN PGP SIGNED MESSAGE-----\n\na , b\n", None),
}

LIGHT = [
    pytest.param(name, garbled, garbled if repaired is None else repaired, id=f"{name}: {title}")
    for name, table in (("rst", RST), ("asciidoc", ASCIIDOC))
    for title, (garbled, repaired) in table.items()
]


@pytest.mark.parametrize(("name", "garbled", "repaired"), LIGHT)
def test_prose_in_other_markup_is_repaired_and_nothing_else(
    name: str, garbled: str, repaired: str
) -> None:
    assert newsfix.fix(garbled, format=name).text == repaired


@pytest.mark.parametrize(("garbled", "repaired"), MARKDOWN.values(), ids=MARKDOWN)
def test_prose_in_markdown_is_repaired_and_nothing_else(garbled: str, repaired: str | None) -> None:
    text = newsfix.fix(garbled, format="markdown").text
    if repaired is None:
        assert text == "It **rained**. Then it *stopped*. Then **The** end came.\n"
    else:
        assert text == repaired


@pytest.mark.parametrize(("garbled", "repaired"), HTML.values(), ids=HTML)
def test_prose_in_html_is_repaired_and_nothing_else(garbled: str, repaired: str) -> None:
    assert newsfix.fix(garbled, format="html").text == repaired


def test_spans_are_in_the_file() -> None:
    text = "# 🌧 Rain\n\nIt **rained** , he said.\n"
    (finding,) = newsfix.check(text, format="markdown")
    assert finding.span.of(text) == " ,"


def test_blocks_are_not_joined() -> None:
    text = "- eggs and\n- milk\n\n<p>bread and</p><p>butter</p>\n"
    assert newsfix.fix(text, format="markdown").text == text


def test_an_edit_that_would_become_markup_is_not_made() -> None:
    text = "<p>It is 1 &amp;lt; 2 , he said.</p>"
    assert newsfix.fix(text, format="html").text == "<p>It is 1 &amp;lt; 2, he said.</p>"


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(
        ValueError, match="no format is called 'pdf'; there are text, markdown, html, rst, asciidoc"
    ):
        newsfix.fix("x", format="pdf")


def test_the_command_line_takes_every_format() -> None:
    assert tuple(FORMATS) == MARKUP


@pytest.mark.parametrize(
    ("path", "wanted"),
    {
        "a.md": "markdown",
        "b/c.HTML": "html",
        "d.txt": "text",
        "e": "text",
        "f.tar.gz": "text",
    }.items(),
)
def test_the_format_is_known_by_the_name(path: str, wanted: str) -> None:
    assert format_of(path) == wanted


@pytest.mark.parametrize(
    ("name", "text", "comments"),
    [
        ("markdown", "<!-- one -->\n\nText <!-- two --> here.\n", ["<!-- one -->", "<!-- two -->"]),
        ("markdown", "Text {/* one\n\ntwo */} here.\n", ["{/* one\n\ntwo */}"]),
        ("markdown", "{{/* one */}}\n\n- a\n- <!-- two -->\n", ["{{/* one */}}", "<!-- two -->"]),
        ("markdown", "`<!-- code -->`\n\n```\n{/* code */}\n```\n\n<p>\n<!-- x -->\n</p>\n", ["<!-- x -->"]),
        ("markdown", "{% comment %} one {% endcomment %}\n", ["{% comment %} one {% endcomment %}"]),
        ("html", "<!doctype html><!-- one --><p>Text<!-- two --></p>", ["<!-- one -->", "<!-- two -->"]),
        ("html", "<pre><!-- one --></pre><script><!-- code --></script>", ["<!-- one -->"]),
        ("html", "<p>Text {# one #} here.</p>", ["{# one #}"]),
        ("rst", "Text.\n\n.. one\n   one\n\n   one\n\n- .. two\n", [".. one\n   one\n\n   one", ".. two"]),
        ("rst", ".. _target:\n\n.. note:: no\n\n..\n\n   text\n\n::\n\n  .. code\n", [".."]),
        ("asciidoc", "// one\n\n////\ntwo\n////\n\n----\n// code\n----\n", ["// one", "////\ntwo\n////"]),
    ],
)  # fmt: skip
def test_comments_are_known(name: str, text: str, comments: list[str]) -> None:
    assert [span.of(text) for span in parse(text, name).comments] == comments


_HOSTILE = [
    "**a ",
    "<a ",
    "<<a,",
    "[a ",
    "- a\n",
    "`a ",
    "{{ ",
    "{% raw %} ",
    "_a ",
    "<li>",
    "<code>",
    ".. a\n",
    "a::\n",
    "a_ ",
]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text"}))
@pytest.mark.parametrize("unit", _HOSTILE)
def test_hostile_markup_is_read_in_linear_time(name: str, unit: str) -> None:
    def of(size: int) -> Callable[[], object]:
        text = unit * (size // len(unit))
        return lambda: parse(text, name)

    assert growth(of, 1_000) <= MOST


_MARKUP = [*"*_`[]()<>#|-~!&\\{}:=+",
    "**", "```", "\n", "\n\n", "> ", "- ", "1. ", "# ", "| ", "---\n", "<b>", "</b>", "<p>", "<br/>",
    "<script>", "&amp;", "&lt;", "[a](b , c)", "![x](y)", "{{< z >}}", "[^1]", "  \n", "title: ", "<!--", "-->",
]  # fmt: skip
marked = st.lists(st.one_of(st.sampled_from(_MARKUP), texts), max_size=12).map("".join)


@given(marked, st.sampled_from(sorted(FORMATS)))
def test_kept_pieces_are_the_files_own_text(text: str, name: str) -> None:
    text = text.replace("\r", "\n")
    prose = parse(text, name)
    assert "".join(piece.prose.of(prose.text) for piece in prose.pieces) == prose.text
    end = 0
    for piece in prose.pieces:
        assert end <= piece.file.start <= piece.file.end <= len(text)
        end = piece.file.end
        if piece.kept:
            assert piece.prose.of(prose.text) == piece.file.of(text)


@given(marked, st.sampled_from(sorted(set(FORMATS) - {"text"})))
def test_only_kept_pieces_change(text: str, name: str) -> None:
    text = text.replace("\r", "\n")
    report = newsfix.fix(text, format=name)
    assert replay(text, report.changes) == report.text
    assert undo(report.text, report.changes) == text
    prose = parse(text, name)
    kept = {at for piece in prose.pieces if piece.kept for at in range(*piece.file)}
    places = {at for piece in prose.pieces if piece.kept for at in piece.file}
    for change in report.changes:
        gone = [one for one in prose.paragraphs if change.span.covers(one.lines)]
        free = kept.union(*(range(one.above, one.below) for one in gone))
        assert free.issuperset(range(*change.span))
        assert change.original or change.span.start in places | kept


@example("*„*\x9b", "asciidoc")  # two marks, beside each other but for the markup
@given(marked, st.sampled_from(sorted(set(FORMATS) - {"text"})))
def test_a_second_run_has_nothing_to_do(text: str, name: str) -> None:
    once = newsfix.fix(text, format=name).text
    assert newsfix.fix(once, format=name).text == once


@pytest.mark.parametrize(
    ("page", "fields", "expected"),
    [
        (
            "---\nseo:\n  blurb: Rain , again\n---\n",
            ["seo.blurb"],
            "---\nseo:\n  blurb: Rain, again\n---\n",
        ),
        (
            "---\nsummary: >-\n  The rain , and\n  the wind .\n---\n",
            [],
            "---\nsummary: >-\n  The rain, and\n  the wind.\n---\n",
        ),
        (
            "---\ntitle: 'It''s wet , now' # a , b\n---\n",
            [],
            "---\ntitle: 'It''s wet, now' # a , b\n---\n",
        ),
        ("---\ntitle: Rain: a , b\n---\n", [], "---\ntitle: Rain: a , b\n---\n"),  # no YAML
        ('+++\nblurb = "Rain , again"\n+++\n', ["blurb"], '+++\nblurb = "Rain, again"\n+++\n'),
        (
            '{\n"seo": {"lead": "Rain , a \\"b\\""}\n}\n',
            [],
            '{\n"seo": {"lead": "Rain, a \\"b\\""}\n}\n',
        ),
    ],
)
def test_front_matter_is_read_as_what_it_is(page: str, fields: list[str], expected: str) -> None:
    assert (
        newsfix.fix(f"{page}\nIt rained.\n", format="markdown", fields=fields).text
        == f"{expected}\nIt rained.\n"
    )


@pytest.mark.parametrize("text", ["> ", "Rain.\n\nWind. \n"])
def test_a_paragraph_that_is_replaced_keeps_its_lines(text: str) -> None:
    prose = parse(text, "asciidoc")
    for one in prose.paragraphs:
        edit = (Span(one.lines.start, one.lines.start + len(one.prose.of(prose.text))), "Snow")
        assert prose.edits(one.prose, "Snow") == (edit,)


@given(marked, st.sampled_from(sorted(set(FORMATS) - {"text"})), st.data())
def test_edits_of_prose_are_edits_of_the_file(text: str, name: str, data: st.DataObject) -> None:
    text = text.replace("\r", "\n")
    prose = parse(text, name)
    ends = st.integers(0, len(prose.text))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    edits = prose.edits((start, end), data.draw(st.sampled_from(["", "a", "a b"])))
    for (left, _), (right, _) in pairwise(edits):
        assert left.end <= right.start
    for span, _ in edits:
        assert 0 <= span.start <= span.end <= len(text)
    origin = prose.origin((start, end))
    assert 0 <= origin.start <= origin.end <= len(text)
    for piece in prose.pieces:
        if piece.kept and piece.prose.start <= start <= end <= piece.prose.end and start < end:
            assert origin.of(text) == prose.text[start:end]


@pytest.mark.parametrize("text", ["𝐀𝐀𝕊<b>", "𝐀<b>𝐀</b>", "_\x91_"])
@pytest.mark.parametrize("markup", sorted(FORMATS))
def test_changes_that_meet_in_the_file_are_not_both_made(text: str, markup: str) -> None:
    once = newsfix.fix(text, format=markup).text
    assert newsfix.fix(once, format=markup).text == once
