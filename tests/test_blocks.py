"""What the blocks of a page are for: whole pages, and laws."""

from collections.abc import Callable

import pytest
from hypothesis import given

from newsfix.text import Role, Text
from tests.growth import MOST, growth
from tests.strategies import texts

_PROSE = (
    "The storm hit the coast of Chile on Monday, and the mayor of Lota, Ana Ruiz, said that nobody"
    " had been hurt."
)

# Each page is lines with the role that each should have; "-" is prose, "" a blank line.
_PAGES = {
    "article": f"""
headline    Storm hits the coast of Chile
byline      By Anna Berg
timestamp   Updated: March 3, 2021 14:20
-           {_PROSE}

caption     Mayor Ana Ruiz

-           {_PROSE}
caption     Photo: Anna Berg
caption     The harbour of Lota on Monday. (Photo: AFP)
-           “We had luck,” she said.
-           She left.
boilerplate Read also: What to do in a storm
boilerplate Leave a Reply
correction  Correction: The mayor is 61. An earlier version gave another age.
""",
    "agency": f"""
headline    MAYOR RESIGNS
dateline    LIMA, Peru (AP) —
-           {_PROSE}
-           LIMA (AP) — The storm hit the coast.
byline      Reporting by Anna Berg; editing by Tom Lund
boilerplate [ad_1]
boilerplate https://example.org/storm
""",
    "list": f"""
-           {_PROSE}
list        • Two boats sank.
list        • A bridge fell.
-           {_PROSE}
list        1. Lota
list        2. Coronel
-           She bought:
list        - Bread
list        - Water
""",
    "dialogue": """
-           – We won, says Berg.
-           – We lost, said Lund.
""",
    "table": f"""
-           {_PROSE}
table       Lota 3 2 1 14
table       Coronel 2 2 2 11
table       Arauco 1 0 5 4
table       Team | Won | Lost
""",
    "transcript": """
transcript  ANCHOR: Good evening. The storm has passed.
transcript  REPORTER: It has, and the town is still without power.
transcript  ANCHOR: Thank you.
""",
    "interview": """
transcript  Q: How did you hear of it?
transcript  A: My neighbour called me.
""",
    "poem": f"""
-           {_PROSE}

verse       The rain came down on Lota town
verse       And took the boats away
verse       The bells rang out, the bells rang low
verse       Until the break of day

-           {_PROSE}
""",
    "live": """
timestamp   14:35
-           The mayor has arrived.
timestamp   14.20 GMT
-           The bridge is closed.
timestamp   2 hours ago
timestamp   Monday, 3 March 2021
""",
    "links": f"""
-           {_PROSE}
-           The minister of the interior
-           Ana Ruiz
-           resigned on Monday, and the mayor of
-           Lota
-           followed her.
""",
    "questions": f"""
-           {_PROSE}
-           Why now?
-           By Monday the water had gone.
-           From Lota it went north.
-           THE HAGUE: The court met on Monday.
-           Note: the bridge is closed.
""",
}


def _rows(page: str) -> list[tuple[str, str]]:
    rows = [line.split(None, 1) for line in page.strip("\n").split("\n")]
    return [(row[0], row[1]) if row else ("", "") for row in rows]


@pytest.mark.parametrize("name", _PAGES)
def test_roles_of_a_page(name: str) -> None:
    rows = _rows(_PAGES[name])
    raw = "\n".join(text for _, text in rows)
    found = [(block.role.value, block.span.of(raw)) for block in Text(raw).blocks]
    assert found == [("body" if role == "-" else role, text) for role, text in rows if role]


def test_the_role_at_a_position() -> None:
    text = Text(f"Storm hits coast\n\n{_PROSE}")
    assert [text.role_at(at) for at in (0, 16, 17, 30)] == [
        *(Role.HEADLINE, Role.HEADLINE, Role.BODY, Role.BODY)
    ]
    assert Text("").role_at(0) is Role.BODY


@given(texts)
def test_each_paragraph_is_a_block(raw: str) -> None:
    text = Text(raw.replace("\r", ""))
    assert tuple(block.span for block in text.blocks) == text.paragraphs


@pytest.mark.parametrize(
    "unit",
    [
        "Ana Ruiz\n",
        "• Bread\n",
        "By Ana Ruiz\n\n",
        "A: b\n",
        "14:35\n",
        "3 | 4\n",
        "The rain came\n",
        "x, " * 60,
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    def of(size: int) -> Callable[[], object]:
        raw = unit * (size // len(unit))
        return lambda: Text(raw).blocks

    assert growth(of, 3_000) <= MOST
