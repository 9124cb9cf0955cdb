import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.query.opposites import Row, contradictions, shifts
from kg.store import ONTOLOGY

SEEKS, REFUSES, CLAIMS = "seeks-negotiation", "refuses-negotiation", "claims-sovereignty"


def row(number: int, stance: str, date: str | None, *, toward: str | None = None, who: str = "EST") -> Row:
    empty = dict.fromkeys(("quote", "sentence", "article", "outlet", "published"))
    return {
        **empty,
        "fact": NamedNode(f"http://e/fact/{number:03}"),
        "holder": NamedNode(f"http://e/{who}"),
        "who": NamedNode(f"http://e/{who}"),
        "target": NamedNode("http://e/rock"),
        "toward": NamedNode(f"http://e/{toward}") if toward else None,
        "stance": NamedNode(f"{ONTOLOGY}stances/{stance}"),
        "date": Literal(date) if date else None,
    }


def number(term: object) -> int:
    return int(str(getattr(term, "value", ""))[-3:])


def shifted(*rows: Row) -> list[tuple[int, int]]:
    return [(number(found["fact_before"]), number(found["fact"])) for found in shifts(rows)]


def contradicted(*rows: Row) -> set[tuple[int, int]]:
    return {(number(found["fact"]), number(found["other_fact"])) for found in contradictions(rows)}


def test_a_shift_goes_from_the_last_words_to_the_first_new_ones() -> None:
    days = ["2019-01-01", "2019-01-02", "2019-01-03", "2019-01-04"]
    stances = [SEEKS, SEEKS, REFUSES, REFUSES]
    assert shifted(*(row(i, *pair) for i, pair in enumerate(zip(stances, days, strict=True)))) == [(1, 2)]


def test_a_shift_and_a_shift_back_are_two() -> None:
    assert shifted(row(0, SEEKS, "2019"), row(1, REFUSES, "2020"), row(2, SEEKS, "2021")) == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row(0, SEEKS, "2019-01-01"), row(1, REFUSES, "2019-01-01")),  # the same day: a contradiction
        (row(0, SEEKS, "2019"), row(1, REFUSES, "2019-05")),  # nobody knows which was first
        (row(0, SEEKS, None), row(1, REFUSES, "2019-05")),
        (row(0, SEEKS, "2018"), row(1, CLAIMS, "2019")),  # these go together
        (row(0, SEEKS, "2018"), row(1, REFUSES, "2019", who="WST")),
        (row(0, "rejects-claim", "2018", toward="WST"), row(1, "recognizes-claim", "2019", toward="NTH")),
    ],
)
def test_what_is_no_shift(one: Row, other: Row) -> None:
    assert shifted(one, other) == []


def test_toward_an_unnamed_actor_may_be_toward_any() -> None:
    rows = row(0, "rejects-claim", "2018", toward="WST"), row(1, "recognizes-claim", "2019")
    assert shifted(*rows) == [(0, 1)]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2019-01-01", "2019-01-01"), {(0, 1)}),
        (("2019", "2019-05-06"), {(0, 1)}),
        (("2019-05-06", "2019-05"), {(0, 1)}),
        ((None, "2019-05"), {(0, 1)}),
        (("2019-05", None), {(0, 1)}),
        ((None, None), {(0, 1)}),
        (("2019-05", "2019-06"), set()),
    ],
)
def test_opposite_positions_contradict_where_they_may_be_of_one_time(
    dates: tuple[str | None, str | None], expected: set[tuple[int, int]]
) -> None:
    assert contradicted(row(0, SEEKS, dates[0]), row(1, REFUSES, dates[1])) == expected


def test_each_side_of_a_contradiction_is_shown_but_not_each_pair() -> None:
    many = [row(i, SEEKS if i < 50 else REFUSES, "2019-01-01") for i in range(100)]
    found = contradicted(*many)
    assert {one for one, _ in found} == set(range(50))
    assert {other for _, other in found} == set(range(50, 100))
    assert len(found) < 100


DATES = st.sampled_from(["2019", "2020", "2019-01", "2019-02-03", "2020-05"])
ROWS = st.lists(st.tuples(st.sampled_from([SEEKS, REFUSES]), DATES), max_size=12)


@given(ROWS)
def test_no_pair_is_both_a_shift_and_a_contradiction(drawn: list[tuple[str, str]]) -> None:
    rows = [row(i, stance, date) for i, (stance, date) in enumerate(drawn)]
    pairs = {frozenset(pair) for pair in shifted(*rows)}
    assert not pairs & {frozenset(pair) for pair in contradicted(*rows)}


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_count(drawn: list[tuple[str, str]], random: object) -> None:
    rows = [row(i, stance, date) for i, (stance, date) in enumerate(drawn)]
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert shifted(*rows) == shifted(*mixed)
    assert contradicted(*rows) == contradicted(*mixed)
