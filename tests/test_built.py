"""The builder of garbled documents: what it does can be undone, and its seed decides all of it."""

import random

import pytest

from benchmarks.built.builders import BUILDERS, build, lay_out
from benchmarks.built.garbled import Edit, Plan, garble
from benchmarks.built.residue import residue_lines
from benchmarks.built.score import is_repaired, score
from newsfix import Span

_STORY = """
The storm hit the coast of Chile on Monday and the old harbour of Lota lost two of its boats. On Tuesday \
the mayor Ana Ruiz Vega said that nobody had been hurt by the water. The council will meet \
again in the first week of June.
When the wind came up, the fishermen of the village carried their boats into the main street. They had \
learned from the great storm of the last century and were ready within an hour. After a long night in the \
church, the families walked back to their houses.
The roof of the school was found in a field near the river on the next morning. In recent years, the town \
has asked for a new wall at the harbour with the help of the state. The ministry has promised an answer by \
the end of the summer. The ministry sent its ships to the islands in the south on Sunday. It said that the islands \
had lost all power. The council of the island sent its thanks on the same day, and the harbour was open.
The farmers in the south lost most of their potatoes to the salt. They have asked for seed from the north of the \
country. Many families fed their sheep with hay from the old year.
With the roads under water for two days, the bread for the town came by boat from the city of Coronel. \
The bakers of Coronel did not ask for money and sent more than the town could eat. Nobody in Lota will \
forget that for a long time, said the baker of the lower town, Pedro Soto Lara, on the quay.
The harbour master, Camilo Carvajal, counted the boats on Friday and found two more of them in the bay. \
When asked, Carvajal said that the next storm would find the harbour ready. The town trusts Camilo Carvajal, \
who has seen many of them come and go.
The company that owns the port was asked for new chains as well. The company sent them within two days. It said \
that nobody had to pay. Mr. Carvajal thanked the firm for them and said that he would use them for his boats before \
the winter.
The repair will cost $12.5 million, of which the state pays 40% and the town $350,000. Some 2,418 people \
signed for it on June 9, when the council met at 7:30 p.m., and 1,250,000 stamps were sold.
A report shed light on the old wall and raised questions despite the help of the state, according to Radio Sol. \
Engineers came from the Netherlands to pave the way for a new one.
""".strip()
_DOCUMENTS = [
    _STORY.replace("Lota", name) for name in ("Lota", "Arauco", "Talca", "Osorno", "Temuco")
]


@pytest.mark.parametrize("kind", BUILDERS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_gold_gives_back_the_clean_text(kind: str, seed: int) -> None:
    built = list(build(kind, _DOCUMENTS, seed=seed, most=5))
    assert built
    for one in built:
        assert one.repaired == one.clean
        assert (one.text == one.clean) == (kind == "clean")
        for fault in one.faults:
            assert fault.kind.startswith(f"{kind}/")
            for change in fault.changes:
                assert change.span.of(one.text) == change.original


@pytest.mark.parametrize("kind", BUILDERS)
def test_the_same_seed_builds_the_same_documents(kind: str) -> None:
    first, again, other = (list(build(kind, _DOCUMENTS, seed=seed, most=5)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


#: Kinds of faults that the builders must make.
_KINDS = {
    *("split/name", "split/phrase", "split/line-end", "split/stop", "boundary/stop"),
    *("repeated/word", "repeated/phrase", "repeated/loop"),
    *("repeated/sentence", "repeated/paragraph", "residue/doubled"),
    *(
        "pronouns/gender",
        "agreement/body",
        "agreement/group",
        "translated/name",
        "names/letter",
        "names/sound",
        "names/marks",
        "names/hyphen",
    ),
    *("small/dropped", "small/put in", "small/exchanged", "small/swapped", "small/form"),
    *("misplaced/trailing", "misplaced/leading", "misplaced/inserted"),
    *("locale/decimal", "locale/thousands", "locale/millions"),
    *("numbers/percent-space", "numbers/percent-first", "numbers/percent-twice"),
    *("numbers/currency-last", "numbers/currency-space", "numbers/currency-twice"),
    *("numbers/hour", "numbers/time-space", "numbers/date", "numbers/parts", "numbers/spaces"),
}


def test_every_kind_of_fault_comes_about() -> None:
    missing = set(_KINDS)
    for seed in range(30):
        if not missing:
            break
        for kind in BUILDERS:
            built = build(kind, _DOCUMENTS, seed=seed, most=5)
            missing -= {fault.kind for one in built for fault in one.faults}
    assert not missing


def test_faults_do_not_meet() -> None:
    plans = [Plan("split/a", (Edit(Span(2, 3), "\n"),)), Plan("split/b", (Edit(Span(3, 4), ""),))]
    made = garble("It rained.", plans)
    assert [fault.kind for fault in made.faults] == ["split/a"]


def test_residue_lines_are_many_and_different() -> None:
    lines = residue_lines()
    assert len(lines) >= 150
    assert len({line.text for line in lines}) == len(lines)
    assert {line.place for line in lines} <= {"top", "inside", "end", "any"}
    assert len({line.kind for line in lines}) >= 10


def test_an_article_is_laid_out_with_a_headline() -> None:
    lines = [line for line in lay_out(_STORY, random.Random(1)).split("\n") if line]  # noqa: S311
    assert lines[1:] == _STORY.split("\n")
    assert not lines[0].endswith(".")


@pytest.mark.parametrize("kind", BUILDERS)
def test_a_fault_is_repaired_where_the_text_reads_like_the_clean_one(kind: str) -> None:
    for one in build(kind, _DOCUMENTS, seed=1, most=5):
        for fault in one.faults:
            assert is_repaired(one, fault, one.clean)
            assert not is_repaired(one, fault, one.text)


def test_what_is_counted() -> None:
    assert score([garble("It rained on Monday.", [])]).as_record()["faults"] == {}
    plan = Plan("split/space", (Edit(Span(9, 10), " ,"),))
    made = garble("It rained, and the town slept.", [plan])
    record = score([made]).as_record()
    assert record["faults"]["all"]["recall"] == 1.0
    assert record["faults"]["all"]["repaired"] == 1.0
    assert record["applied"]["all"] == {"said": 1, "right": 1, "precision": 1.0}
