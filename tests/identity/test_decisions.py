"""Corrections that say who is one, and those that do not fit the store."""

import pytest

from kg.corrections import Correction
from kg.identity import Dataset, publish_identities
from kg.store import memory_store
from tests.identity.actors import EAST, WEST, article, body, group, person, quads_of

CRANE, DUARTE, COURT = "person/walter-crane.est", "person/ana-duarte.wst", "organization/the-high-court"


def misfits(*rows: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Return which of some corrections do not fit, by place, and why."""
    articles = [
        article(0, person("Walter Crane", "senator", EAST), body("The High Court"), group("fishermen")),
        article(1, person("Ana Duarte", "senator", WEST), person("Oleh Hrytsky"), group("fishermen")),
    ]
    store = memory_store(quads_of(articles))
    corrections = [Correction(*row, f"line {number}") for number, row in enumerate(rows, 2)]
    found = publish_identities(Dataset(store.dataset, store.base), corrections)
    return [(one.place, one.reason) for one in found]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            ("same as", CRANE, "person/nobody"),
            "names 'person/nobody', which is nothing that the store tells apart from others",
        ),
        (("same as", "<>", CRANE), "names '<>', which is nothing that the store tells apart from others"),
        (("not the same", CRANE, CRANE), f"names one thing, {CRANE}, twice; give the article in which it is another"),
        (("same as", CRANE, COURT), f"makes one of {CRANE} and {COURT}, which are of two kinds"),
        (("same as", EAST, WEST), f"makes one of {EAST} and {WEST}, which are both rows of the tables"),
    ],
)
def test_a_decision_that_does_not_fit_is_told(row: tuple[str, str, str], reason: str) -> None:
    assert misfits(row) == [("line 2", reason)]


def test_an_identifier_of_several_is_told_with_theirs() -> None:
    ((_, reason),) = misfits(("same as", "group/fishermen", CRANE))
    assert reason.startswith("names 'group/fishermen', which is 2 things: group/fishermen.")


def test_decisions_that_contradict_others_or_the_tables_are_told() -> None:
    rows = [("same as", COURT, EAST), ("same as", COURT, WEST)]
    assert misfits(*rows) == [("line 3", f"makes one of {COURT} and {WEST}, which others or the tables keep apart")]
    chain = [
        ("same as", CRANE, DUARTE),
        ("same as", DUARTE, "person/oleh-hrytsky"),
        ("not the same", CRANE, "person/oleh-hrytsky"),
    ]
    assert [place for place, _ in misfits(*chain)] == ["line 2"]


def test_decisions_that_fit_are_taken() -> None:
    assert misfits(("same as", CRANE, DUARTE), ("not the same", CRANE, "person/oleh-hrytsky")) == []
    assert misfits(("same as", COURT, EAST)) == []
