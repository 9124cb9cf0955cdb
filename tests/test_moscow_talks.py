"""What must be read in the sample article on the Moscow talks of January 2019."""

from pathlib import Path

import pytest

from kg.facts import ArticleFacts
from kg.gazetteer import load_gazetteer
from kg.pipeline.reader import Reader
from kg.sources import read_sources

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "kuril-2019-01-22.txt"
SOUTH = "territory/kuril-islands-southern"


@pytest.fixture(scope="module")
def facts() -> ArticleFacts:
    (document,) = read_sources([ARTICLE])
    return Reader().read(document).facts  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "role", "represents"),
    [
        ("Vladimir Putin", "President", "state/RUS"),
        ("Shinzo Abe", "Prime Minister", "state/JPN"),
        ("Dmitry Peskov", "spokesman", "state/RUS"),
        ("Yoshihide Suga", "chief cabinet secretary", "state/JPN"),
        ("Sergei Udaltsov", "leader", "organization/left-front"),
    ],
)
def test_who_speaks_has_a_role_and_stands_for_somebody(
    facts: ArticleFacts, name: str, role: str, represents: str
) -> None:
    (actor,) = [actor for actor in facts.actors if actor.label == name]
    assert (actor.role, actor.represents) == (role, represents)
    assert [statement for statement in facts.statements if statement.speaker == actor.id]


def test_the_islands_are_found_under_both_names(facts: ArticleFacts) -> None:
    territories = {territory.id: {span.text for span in territory.mentions} for territory in facts.territories}
    assert {"Southern Kurils", "Northern Territories"} <= territories[SOUTH]
    gazetteer = load_gazetteer()
    parts = {territory.label for territory in facts.territories if gazetteer.entry(territory.id).part_of == SOUTH}
    assert {"Shikotan", "Habomai Islands"} <= parts


def test_the_declaration_and_the_wanted_treaty_are_told_apart(facts: ArticleFacts) -> None:
    assert {(treaty.kind, treaty.year) for treaty in facts.treaties} == {("concluded", 1956), ("proposed", None)}


def test_the_events_have_their_days(facts: ArticleFacts) -> None:
    told = {(event.type, event.date.iso if event.date else None) for event in facts.events}
    assert {("CONSULT", "2019-01-22"), ("PROTEST", "2019-01-20")} <= told
    assert {"seizure", "detention"} <= {event.subtype for event in facts.events}


def test_japan_rejects_and_russia_controls(facts: ArticleFacts) -> None:
    stands = {(position.holder, position.stance) for position in facts.positions if position.target == SOUTH}
    assert {("state/JPN", "rejects-claim"), ("state/RUS", "controls")} <= stands


def test_the_poll_has_its_shares(facts: ArticleFacts) -> None:
    assert {position.share for position in facts.positions if position.share} == {0.74, 0.17}


def test_the_day_of_publication_is_found_in_the_text(facts: ArticleFacts) -> None:
    assert facts.document.published is not None
    assert facts.document.published.iso == "2019-01-22"
