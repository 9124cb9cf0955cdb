"""Each competency question of ``ontologies/README.md`` has a query and an answer that was worked out by hand."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.resources import resource

FOLDER = resource("ontologies", "competency")

EXPECTED: dict[str, list[tuple[str | None, ...]]] = {
    "01-who-said-what": [
        (
            "Hana Mori",
            'that Tokyo did not recognize Russia\'s title to Shikotan, "one of the Northern Territories."',
            "said",
            "Harbour Post",
        ),
        ("Sergei Petrenko", '"We are ready\nto talk about the islands,"', "told", "Harbour Post"),
        ("Sergei Petrenko", "the talks with Japan on the Southern Kurils would go on", "said", "Harbour Post"),
        ("Sergei Petrenko", '"There is nothing to discuss,"', "said", "Northern Wire"),
    ],
    "02-positions-on-a-territory": [
        ("Japan", "claims sovereignty", None),
        ("Russia", "claims sovereignty", None),
        ("Russia", "refuses negotiation", None),
        ("Russia", "seeks negotiation", None),
        ("United States", "recognizes claim", "Japan"),
    ],
    "03-claims": [
        ("Argentina", "Falkland Islands", "1"),
        ("Japan", "Southern Kuril Islands", "2"),
        ("Russia", "Southern Kuril Islands", "1"),
    ],
    "04-rejected-claims": [
        ("Hana Mori", "Russia", "Shikotan", "Tokyo did not recognize Russia's title to Shikotan"),
        ("United Kingdom", "Argentina", "Falkland Islands", "rejects Argentina's claim"),
    ],
    "05-backed-claims": [
        ("China", "Argentina", "Falkland Islands"),
        ("United States", "Japan", "Southern Kuril Islands"),
    ],
    "06-reported-possession": [
        ("United Kingdom", "Falkland Islands", "Harbour Post"),
        ("Russia", "Southern Kuril Islands", "Harbour Post"),
        ("Russia", "Southern Kuril Islands", "Northern Wire"),
    ],
    "07-shifts": [
        ("Russia", "Southern Kuril Islands", "seeks negotiation", "2019-01-23", "refuses negotiation", "2020-11-20")
    ],
    "08-talks-wanted-and-refused": [
        ("Russia", "seeks negotiation", "Southern Kuril Islands", "2019-01-23"),
        ("Russia", "refuses negotiation", "Southern Kuril Islands", "2020-11-20"),
        ("Argentina", "seeks negotiation", "Falkland Islands", "2021-04-02"),
        ("Tom Hale", "refuses negotiation", "Falkland Islands", "2021-04-02"),
    ],
    "09-treaties-named": [("Joint Declaration", "1956", "2"), ("Resolution 2065", "1965", "1")],
    "10-treaties-invoked": [
        ("Japan", "Joint Declaration"),
        ("Japan", "peace treaty"),
        ("Japanese official", "Joint Declaration"),
        ("news agency", "Joint Declaration"),
    ],
    "11-proposed-treaties": [("peace treaty", "Japan")],
    "12-timeline": [
        ("2020-10", "protest", "happened", "Japan lodged a protest"),
        (
            "2020-12",
            "consult",
            "called off",
            "A trip of Prime Minister Kenji Arai to Moscow, planned for December, was called off",
        ),
        ("2021-03", "mobilize", "happened", "A British ship was sent to the islands in March"),
    ],
    "13-meetings": [("Kenji Arai", "Ivan Belov", "Moscow", "2019-01-22")],
    "14-what-did-not-happen": [
        ("A trip of Prime Minister Kenji Arai to Moscow, planned for December, was called off", "called off")
    ],
    "15-protests": [("Japan", "Russia", "event"), ("Japan", "Russia", "position")],
    "16-names-of-parties": [
        ("Falkland Islands", "Argentina", "Malvinas"),
        ("Falkland Islands", "United Kingdom", "Falkland Islands"),
        ("Southern Kuril Islands", "Japan", "Northern Territories"),
        ("Southern Kuril Islands", "Japan", "北方領土"),
        ("Southern Kuril Islands", "Russia", "Southern Kurils"),
    ],
    "17-whose-name-is-used": [
        ("Hana Mori", "Northern Territories", "Japan"),
        ("Harbour Post", "Malvinas", "Argentina"),
        ("Harbour Post", "Northern Territories", "Japan"),
    ],
    "18-spokespeople": [
        ("Hana Mori", "Spokeswoman", "Japan", "Harbour Post"),
        ("Sergei Petrenko", "Foreign Minister", "Russia", "Harbour Post"),
        ("Sergei Petrenko", "Foreign Minister", "Russia", "Northern Wire"),
    ],
    "19-speech-inside-speech": [
        ("news agency", "Japanese official", "that the 1956 Joint Declaration was still the ground for talks")
    ],
    "20-rival-claims": [("Southern Kuril Islands", "Japan", "Russia")],
    "21-corroboration": [
        ("Japan", "claims sovereignty", "Southern Kuril Islands", "2"),
        ("Russia", "controls", "Southern Kuril Islands", "2"),
    ],
    "22-sources": [("Harbour Post", "5", "1"), ("Northern Wire", "3", "1")],
    "23-polls": [("islanders", "opposes", "0.74", "a hand-over of Shikotan")],
    "24-why-is-it-there": [
        (
            "The United States backed Japan's claim",
            "301",
            "339",
            "The United States backed Japan's claim.",
            "Nothing to discuss, Moscow says",
            "https://wire.example/2020/refusal",
        )
    ],
    "25-what-read-it": [
        ("Nothing to discuss, Moscow says", "1.2", "english 3.4", "test"),
        ("Talks on islands go on, Moscow says", "1.2", "english 3.4", "test"),
        ("The Malvinas are Argentine, president says", "1.2", "english 3.4", "test"),
    ],
    "26-claims-no-article-tells": [
        ("United Kingdom", "Falkland Islands"),
        ("Japan", "Shikotan"),
        ("Russia", "Shikotan"),
    ],
    "27-who-speaks-to-whom": [("Sergei Petrenko", "Japanese reporters"), ("Tom Hale", "Argentina")],
    "28-public-terms-alone": [("Argentina", "Harbour Post"), ("Tom Hale", "Harbour Post")],
    "29-on-the-map": [("Southern Kuril Islands", "Shikotan")],
    "30-whose-view-whose-report": [
        ("Falkland Islands", None, "United Kingdom"),
        ("Falkland Islands", "Argentina", None),
        ("Southern Kuril Islands", None, "Russia"),
        ("Southern Kuril Islands", "Japan", None),
        ("Southern Kuril Islands", "Russia", None),
    ],
    "31-who-is-one": [("Ivan Belov", "Sergei Petrenko", "distinction", "mine.csv line 2")],
    "32-what-was-corrected": [
        ("mine.csv line 3: speaker person/petrenko.rus", "speaker person/petrenko.rus", "Harbour Post")
    ],
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_question_gets_its_answer(name: str, store: ox.Store) -> None:
    assert _answer(store, name) == sorted(EXPECTED[name], key=str)


def test_every_question_has_an_expected_answer() -> None:
    assert {path.stem for path in FOLDER.glob("*.rq")} == EXPECTED.keys()
    assert len(EXPECTED) >= 20
    assert all(EXPECTED.values()), "an empty answer shows nothing"


def test_the_readme_lists_every_question_in_its_words() -> None:
    readme = resource("ontologies", "README.md").read_text("utf-8")
    listed = re.findall(r"^\d+\. (.+?) \(\[(.+?)\]\(competency/(.+?)\.rq\)\)$", readme, re.MULTILINE)
    asked = [(_question(path), path.name, path.stem) for path in sorted(FOLDER.glob("*.rq"))]
    assert listed == asked


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_query_is_plain_sparql(name: str) -> None:
    prepareQuery((FOLDER / f"{name}.rq").read_text("utf-8"))


def test_an_answer_is_gone_with_its_article(store: ox.Store, articles: tuple[object, ...]) -> None:
    smaller = ox.Store()
    smaller.extend(quad for quad in store if "Northern Wire" not in _outlets(store, quad.graph_name))
    assert _answer(smaller, "07-shifts") == []
    assert _answer(smaller, "03-claims") == [
        ("Argentina", "Falkland Islands", "1"),
        ("Japan", "Southern Kuril Islands", "1"),
    ]


def _answer(store: ox.Store, name: str) -> list[tuple[str | None, ...]]:
    solutions = store.query((FOLDER / f"{name}.rq").read_text("utf-8"), use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    return sorted((tuple(value.value if value else None for value in row) for row in solutions), key=str)  # type: ignore[union-attr]


def _question(path: Path) -> str:
    return path.read_text("utf-8").splitlines()[0].removeprefix("# ")


def _outlets(store: ox.Store, graph: object) -> set[str]:
    publisher = ox.NamedNode("https://w3id.org/territorial-dispute/publisher")
    return {quad.object.value for quad in store.quads_for_pattern(None, publisher, None, graph)}
