"""Whose names for territories are used, and by whom: texts with what is to be found, and not found, in them."""

import pytest

from kg.extraction import Article
from kg.extractors.names import name_uses
from kg.extractors.statements import statements
from kg.extractors.territories import territories
from kg.facts import NameUse, Statement, Territory
from tests.extractors.conftest import Read

TELLS = "the outlet, telling"


def found(article: Article) -> list[NameUse]:
    article.found[Territory] = tuple(territories(article))
    article.found[Statement] = tuple(statements(article))
    return list(name_uses(article))


def told(article: Article) -> set[tuple[str, str, str]]:
    """Return name, party and user of each use."""
    return {
        (one.form, one.party.removeprefix("state/"), one.speaker or (TELLS if one.statement else "the outlet"))
        for one in found(article)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The Northern Territories must come home,” said Japanese Foreign Minister Ken Mori on Monday.",
            {("Northern Territories", "JPN", "person/ken-mori.jpn")},
        ),
        (
            "Russian Foreign Minister Pavel Orlov said that the Southern Kurils were not for sale.",
            {("Southern Kurils", "RUS", TELLS)},
        ),
        ("Fishermen sailed to the Malvinas on Friday.", {("Malvinas", "ARG", "the outlet")}),
        (
            "Fishermen sailed to the Falklands. “The Malvinas are Argentine,” Argentine President Ana Ruiz said.",
            {("Falklands", "GBR", "the outlet"), ("Malvinas", "ARG", "person/ana-ruiz.arg")},
        ),
        (
            "British Prime Minister Tom Hale said that the islands were “our Falklands”.",
            {("Falklands", "GBR", "person/tom-hale.gbr")},
        ),
        (
            "“Dokdo is ours,” South Korean President Lee Min-ho said. Japan claims Takeshima as well.",
            {("Dokdo", "KOR", "person/lee-min-ho.kor"), ("Takeshima", "JPN", "the outlet")},
        ),
        # neutral or shared
        ("Ships of Russia and Japan met off the Southern Kuril Islands.", set()),
        ("Iran and the United Arab Emirates both claim Abu Musa.", set()),
        ("Ships met off the Liancourt Rocks.", set()),
        # only told as somebody's name
        ("The Liancourt Rocks, known in Japan as Takeshima, are small.", set()),
        ("The rocks are small. Takeshima, as Japan calls them, is on the stamps.", set()),
        ("Dokdo, or Takeshima, is a pair of rocks.", set()),
        ("Russia holds the Southern Kurils and Japan claims the Northern Territories.", set()),
        ("The so-called “Northern Territories” are four islands.", set()),
        ("The Falkland Islands are cold. People marched on Malvinas Day.", set()),
        (
            "“What they call Takeshima is Korean soil,” South Korean President Lee Min-ho said of the rocks.",
            set(),
        ),
    ],
)
def test_whose_name_is_used_by_whom(read: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert told(read(text)) == expected


def test_evidence_is_each_place_of_the_name_in_prose_and_the_statement_of_a_speaker(read: Read) -> None:
    text = "The Malvinas are cold. The wind never rests on the Malvinas. “The Malvinas are ours,” Argentina said."
    article = read(text)
    prose, own = found(article)
    assert [span.start for span in prose.evidence] == [4, 51]
    assert prose.statement is None
    assert [(span.text, span.start) for span in own.evidence] == [("Malvinas", 66)]
    (statement,) = article.facts(Statement)
    assert (own.speaker, own.statement) == ("state/ARG", statement.id)


def test_name_in_speech_within_speech_is_of_the_inner_speaker(read: Read) -> None:
    text = "TASS quoted Ken Mori, the Japanese prime minister, as saying that “the Northern Territories” were his."
    assert told(read(text)) == {("Northern Territories", "JPN", "person/ken-mori.jpn")}
