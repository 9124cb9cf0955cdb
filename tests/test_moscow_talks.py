"""What must be read in the sample article on the Moscow talks of January 2019, as printed and on a web page."""

from pathlib import Path

import pytest

from kg.facts import ArticleFacts, Event, Position
from kg.gazetteer import load_gazetteer
from kg.pipeline.reader import Reader
from kg.sources import read_sources

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "kuril-2019-01-22.txt"
SOUTH = "territory/kuril-islands-southern"
TREATY = "treaty/new-japan-russia-peace-treaty"
PUTIN, ABE = "person/vladimir-putin.rus", "person/shinzo-abe.jpn"

ABOVE = """Skip to content
Sign in | Subscribe | My account
News | Politics | Economy | Culture | Sport | Video | Podcasts
Advertisement

We use cookies to give you the best experience. Read our cookie policy.
Accept all | Settings

"""
BELOW = """

With reporting by agencies

Share on Facebook
Tweet
Email this article
Print

Related stories
- Who owns the Chagos Islands? (14 January 2019)
- Ukraine and Russia trade accusations over Crimea (18 January 2019)

Most read
1. Storm closes airports in the north
2. Ten books to read this winter

Comments (37)
Sign in to comment

About us | Contact | Terms of use | Privacy policy | Jobs
Copyright (c) 2024 Example Media. All rights reserved.
Subscribe to our newsletter: China and the South China Sea explained, every Friday
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module", params=["as printed", "with menus and footers"])
def facts(request: pytest.FixtureRequest, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> ArticleFacts:
    path = ARTICLE
    if request.param != "as printed":
        path = tmp_path_factory.mktemp("site") / "article.txt"
        path.write_text(ABOVE + ARTICLE.read_text(encoding="utf-8") + BELOW, encoding="utf-8")
    (document,) = read_sources([path])
    return reader.read(document).facts  # type: ignore[arg-type]


def events(facts: ArticleFacts, subtype: str) -> list[Event]:
    return [event for event in facts.events if event.subtype == subtype]


def positions(facts: ArticleFacts, holder: str, stance: str) -> list[Position]:
    return [one for one in facts.positions if (one.holder, one.stance) == (holder, stance)]


def test_menus_and_footers_add_nothing(facts: ArticleFacts, reader: Reader) -> None:
    (printed,) = read_sources([ARTICLE])
    plain = reader.read(printed).facts  # type: ignore[arg-type]
    assert facts.document.title == plain.document.title
    assert [actor.id for actor in facts.actors] == [actor.id for actor in plain.actors]
    assert [one.id for one in facts.territories] == [one.id for one in plain.territories]
    for kind in ("statements", "positions", "events"):
        words = [[span.text for span in one.evidence] for one in getattr(facts, kind)]
        assert words == [[span.text for span in one.evidence] for one in getattr(plain, kind)]


@pytest.mark.parametrize(
    ("name", "role", "represents", "state"),
    [
        ("Vladimir Putin", "President", "state/RUS", "state/RUS"),
        ("Shinzo Abe", "Prime Minister", "state/JPN", "state/JPN"),
        ("Dmitry Peskov", "spokesman", "state/RUS", "state/RUS"),
        ("Yoshihide Suga", "chief cabinet secretary", "state/JPN", "state/JPN"),
        ("Sergei Udaltsov", "leader", "organization/left-front", "state/RUS"),
    ],
)
def test_who_speaks_has_a_role_and_a_state(
    facts: ArticleFacts, name: str, role: str, represents: str, state: str
) -> None:
    (actor,) = [actor for actor in facts.actors if actor.label == name]
    assert (actor.role, actor.represents) == (role, represents)
    (held,) = [one for one in actor.roles if one.role == role]
    assert (held.state or held.represents) == state
    assert [statement for statement in facts.statements if statement.speaker == actor.id]


def test_a_movement_of_a_state_does_not_speak_for_it(facts: ArticleFacts) -> None:
    (front,) = [actor for actor in facts.actors if actor.id == "organization/left-front"]
    assert front.represents is None
    assert [(role.role, role.represents, role.state) for role in front.roles] == [
        ("opposition movement", None, "state/RUS")
    ]


def test_the_islands_are_found_under_both_names(facts: ArticleFacts) -> None:
    territories = {territory.id: {span.text for span in territory.mentions} for territory in facts.territories}
    assert {"Southern Kurils", "Northern Territories"} <= territories[SOUTH]
    gazetteer = load_gazetteer()
    parts = {territory.label for territory in facts.territories if gazetteer.entry(territory.id).part_of == SOUTH}
    assert {"Shikotan", "Habomai Islands"} <= parts


def test_the_declaration_and_the_wanted_treaty_are_told_apart(facts: ArticleFacts) -> None:
    assert {(treaty.kind, treaty.year) for treaty in facts.treaties} == {("concluded", 1956), ("proposed", None)}
    assert {one.target for one in positions(facts, PUTIN, "seeks-negotiation")} == {TREATY}
    assert {one.target for one in positions(facts, ABE, "seeks-negotiation")} == {TREATY}


def test_the_talks_have_their_day_and_those_who_talk(facts: ArticleFacts) -> None:
    (talks,) = [one for one in events(facts, "meeting") if one.status == "happened"]
    assert (talks.type, talks.date and talks.date.iso) == ("CONSULT", "2019-01-22")
    assert set(talks.participants) == {PUTIN, ABE}


def test_the_seizure_is_the_soviet_union_s(facts: ArticleFacts) -> None:
    (seizure,) = events(facts, "seizure")
    assert (seizure.type, seizure.status, seizure.participants) == ("COERCE", "happened", ("state/soviet-union",))
    assert SOUTH in seizure.territories


def test_the_protest_has_its_day_and_the_detentions_those_detained(facts: ArticleFacts) -> None:
    protests = {event.date.iso if event.date else None: event for event in events(facts, "demonstration")}
    assert "opponents of a deal" in protests["2019-01-20"].evidence[0].text
    (detention,) = events(facts, "detention")
    labels = {actor.id: actor.label for actor in facts.actors}
    assert {labels[one] for one in detention.participants} == {"Police", "protesters"}


def test_an_undertaking_has_the_year_of_its_treaty(facts: ArticleFacts) -> None:
    (undertaking,) = [one for one in events(facts, "settlement") if "undertook" in one.evidence[0].text]
    assert undertaking.date
    assert undertaking.date.iso == "1956"


def test_japan_rejects_and_russia_controls(facts: ArticleFacts) -> None:
    (rejection,) = positions(facts, "state/JPN", "rejects-claim")
    assert (rejection.target, rejection.toward) == (SOUTH, "state/RUS")
    assert [one.target for one in positions(facts, "state/RUS", "controls")] == [SOUTH]


def test_the_poll_has_whose_opinion_it_is_and_the_shares(facts: ArticleFacts) -> None:
    told = {(one.holder, one.stance, one.share) for one in facts.positions if one.share}
    assert told == {("group/russians.rus", "opposes", 0.74), ("group/russians.rus", "supports", 0.17)}


def test_the_day_of_publication_is_found_in_the_text(facts: ArticleFacts) -> None:
    assert facts.document.published is not None
    assert facts.document.published.iso == "2019-01-22"
