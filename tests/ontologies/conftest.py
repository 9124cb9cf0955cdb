"""Three articles of our own invention on real disputes, with their facts, and the rows of a gazetteer they need."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from kg.corrections import Correction, correct_facts
from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.facts import Actor, ArticleFacts, Attitude, Event, NameUse, Position, Role, Statement, Territory, Treaty
from kg.gazetteer import Entry, Gazetteer, Name
from kg.identity import Dataset, publish_identities
from kg.ontology import BASE
from kg.rdf import (
    ONTOLOGY_GRAPH,
    ExtractionRun,
    article_nquads,
    gazetteer_graph_iri,
    gazetteer_triples,
    ontology_graph,
    to_nquads,
)

KURILS, SHIKOTAN, FALKLANDS = "territory/southern-kurils", "territory/shikotan", "territory/falklands"
RUSSIA, JAPAN, ARGENTINA, BRITAIN = "state/RUS", "state/JPN", "state/ARG", "state/GBR"
CHINA, AMERICA = "state/CHN", "state/USA"
PETRENKO, MORI, BELOV, ARAI = "person/petrenko.rus", "person/mori.jpn", "person/belov.rus", "person/arai.jpn"
HALE, AGENCY, OFFICIAL = "person/hale.gbr", "organization/agency", "person/official.jpn"
LABELS = {
    RUSSIA: "Russia",
    JAPAN: "Japan",
    ARGENTINA: "Argentina",
    BRITAIN: "United Kingdom",
    CHINA: "China",
    AMERICA: "United States",
    KURILS: "Southern Kuril Islands",
    SHIKOTAN: "Shikotan",
    FALKLANDS: "Falkland Islands",
}

TALKS = """Talks on islands go on, Moscow says

Russian Foreign Minister Sergei Petrenko said the talks with Japan on the Southern Kurils would go on. "We are ready
to talk about the islands," he told Japanese reporters.

Japan regards the Northern Territories, which Russia has held since 1945, as its own land. Spokeswoman Hana Mori of
Japan said that Tokyo did not recognize Russia's title to Shikotan, "one of the Northern Territories."

President Ivan Belov met Prime Minister Kenji Arai in Moscow on Tuesday. Japan hopes for a peace treaty on the ground
of the 1956 Joint Declaration. In a poll, 74 percent of islanders opposed a hand-over of Shikotan.
"""

REFUSAL = """Nothing to discuss, Moscow says

"There is nothing to discuss," Russian Foreign Minister Sergei Petrenko said on Friday of the Southern Kurils.
Japan claims the islands. Russia claims them as well and holds the Southern Kurils.

Japan lodged a protest over a Russian exercise off Shikotan in October. The United States backed Japan's claim.
A trip of Prime Minister Kenji Arai to Moscow, planned for December, was called off.

The news agency quoted a Japanese official as saying that the 1956 Joint Declaration was still the ground for talks.
"""

MALVINAS = """The Malvinas are Argentine, president says

Argentina said on Friday that the Malvinas were Argentine. British minister Tom Hale told Argentina that there would be
no talks on the Falkland Islands. Argentina asked for talks under Resolution 2065 of 1965. China backed Argentina's
claim. A British ship was sent to the islands in March. Britain holds the islands and rejects Argentina's claim.
"""


def article(text: str, key: str, publisher: str, published: str) -> tuple[Document, Callable[..., Span]]:
    """Return a document and a function from words of it to their span."""
    document = Document(
        key=f"https://{key}",
        source=f"{key.replace('/', '-')}.txt",
        text=text,
        title=text.splitlines()[0],
        publisher=publisher,
        published=PartialDate(published),
        url=f"https://{key}",
    )

    def at(words: str, occurrence: int = 0) -> Span:
        start = -1
        for _ in range(occurrence + 1):
            start = text.index(words, start + 1)
        return document.span(start, start + len(words))

    return document, at


def states(*pairs: tuple[str, Span]) -> tuple[Actor, ...]:
    """Return states, each with the place that mentions it."""
    return tuple(Actor(state, LABELS[state], "state", (span,)) for state, span in pairs)


def talks() -> ArticleFacts:
    """January 2019: Russia will go on talking, Japan refuses its title, two leaders meet."""
    document, at = article(TALKS, "harbour.example/2019/talks", "Harbour Post", "2019-01-23")
    foreign_minister = Role("Foreign Minister", RUSSIA, (at("Russian Foreign Minister Sergei Petrenko"),))
    spokeswoman = Role("Spokeswoman", JAPAN, (at("Spokeswoman Hana Mori of\nJapan"),))
    poll = at("74 percent of islanders opposed a hand-over of Shikotan")
    return ArticleFacts(
        document,
        actors=(
            *states((RUSSIA, at("Russia has")), (JAPAN, at("Japan"))),
            Actor(
                PETRENKO,
                "Sergei Petrenko",
                "person",
                (at("Sergei Petrenko"),),
                "Foreign Minister",
                RUSSIA,
                (foreign_minister,),
            ),
            Actor(MORI, "Hana Mori", "person", (at("Hana Mori"),), "Spokeswoman", JAPAN, (spokeswoman,)),
            Actor(BELOV, "Ivan Belov", "person", (at("Ivan Belov"),), "President", RUSSIA),
            Actor(ARAI, "Kenji Arai", "person", (at("Kenji Arai"),), "Prime Minister", JAPAN),
            Actor("group/islanders", "islanders", "group", (at("islanders"),)),
            Actor("group/reporters.jpn", "Japanese reporters", "group", (at("Japanese reporters"),)),
        ),
        territories=(
            Territory(KURILS, LABELS[KURILS], (at("Southern Kurils"), at("Northern Territories"))),
            Territory(SHIKOTAN, LABELS[SHIKOTAN], (at("Shikotan"), at("Shikotan", 1))),
        ),
        treaties=(
            Treaty("treaty/joint-declaration", "Joint Declaration", "concluded", (at("1956 Joint Declaration"),), 1956),
            Treaty("treaty/peace", "peace treaty", "proposed", (at("peace treaty"),)),
        ),
        statements=(
            Statement(
                "statement/a1",
                PETRENKO,
                (at("the talks with Japan on the Southern Kurils would go on"),),
                "indirect",
                at("Russian Foreign Minister Sergei Petrenko"),
                at("said"),
                (KURILS,),
                PartialDate("2019-01-23"),
            ),
            Statement(
                "statement/a2",
                PETRENKO,
                (at('"We are ready\nto talk about the islands,"'),),
                "direct",
                at("he"),
                at("told"),
                (KURILS,),
                addressee="group/reporters.jpn",
            ),
            Statement(
                "statement/a3",
                MORI,
                (at('that Tokyo did not recognize Russia\'s title to Shikotan, "one of the Northern Territories."'),),
                "mixed",
                at("Spokeswoman Hana Mori of\nJapan"),
                at("said", 1),
                (SHIKOTAN,),
            ),
        ),
        attitudes=(
            Attitude(
                "attitude/a1",
                JAPAN,
                (at("for a peace treaty on the ground\nof the 1956 Joint Declaration"),),
                "indirect",
                cue=at("hopes"),
            ),
        ),
        positions=(
            Position(
                "position/a1",
                RUSSIA,
                "seeks-negotiation",
                (at("the talks with Japan on the Southern Kurils would go on"),),
                KURILS,
                statement="statement/a1",
                date=PartialDate("2019-01-23"),
            ),
            Position(
                "position/a2",
                JAPAN,
                "claims-sovereignty",
                (at("Japan regards the Northern Territories"),),
                KURILS,
                date=PartialDate("2019-01-23"),
            ),
            Position("position/a3", RUSSIA, "controls", (at("Russia has held since 1945"),), KURILS),
            Position(
                "position/a4",
                MORI,
                "rejects-claim",
                (at("Tokyo did not recognize Russia's title to Shikotan"),),
                SHIKOTAN,
                toward=RUSSIA,
                statement="statement/a3",
            ),
            Position(
                "position/a5",
                "group/islanders",
                "opposes",
                (poll,),
                target_text=at("a hand-over of Shikotan"),
                share=0.74,
            ),
            Position(
                "position/a6",
                JAPAN,
                "supports",
                (at("Japan hopes for a peace treaty"),),
                "treaty/peace",
                statement="attitude/a1",
            ),
        ),
        events=(
            Event(
                "event/a1",
                "CONSULT",
                "happened",
                (at("President Ivan Belov met Prime Minister Kenji Arai in Moscow on Tuesday"),),
                "meeting",
                PartialDate("2019-01-22"),
                (BELOV, ARAI),
                at("Moscow", 1),
                (KURILS,),
            ),
        ),
        names=(
            NameUse(
                "name-use/a1",
                KURILS,
                "Northern Territories",
                JAPAN,
                (at("Northern Territories", 1),),
                MORI,
                "statement/a3",
            ),
            NameUse("name-use/a2", KURILS, "Northern Territories", JAPAN, (at("Northern Territories"),)),
        ),
    )


def refusal() -> ArticleFacts:
    """November 2020: Russia rules talks out; a protest, a trip that is off, and speech inside speech."""
    document, at = article(REFUSAL, "wire.example/2020/refusal", "Northern Wire", "2020-11-20")
    relayed = at("that the 1956 Joint Declaration was still the ground for talks")
    return ArticleFacts(
        document,
        actors=(
            *states((RUSSIA, at("Russia claims")), (JAPAN, at("Japan")), (AMERICA, at("United States"))),
            Actor(
                PETRENKO,
                "Sergei Petrenko",
                "person",
                (at("Sergei Petrenko"),),
                "Foreign Minister",
                RUSSIA,
                (Role("Foreign Minister", RUSSIA, (at("Russian Foreign Minister Sergei Petrenko"),)),),
            ),
            Actor(ARAI, "Kenji Arai", "person", (at("Kenji Arai"),), "Prime Minister", JAPAN),
            Actor(AGENCY, "news agency", "organization", (at("news agency"),)),
            Actor(OFFICIAL, "Japanese official", "person", (at("Japanese official"),), "official", JAPAN),
        ),
        territories=(
            Territory(KURILS, LABELS[KURILS], (at("Southern Kurils"), at("Southern Kurils", 1))),
            Territory(SHIKOTAN, LABELS[SHIKOTAN], (at("Shikotan"),)),
        ),
        treaties=(
            Treaty("treaty/joint-declaration", "Joint Declaration", "concluded", (at("1956 Joint Declaration"),), 1956),
        ),
        statements=(
            Statement(
                "statement/b1",
                PETRENKO,
                (at('"There is nothing to discuss,"'),),
                "direct",
                at("Russian Foreign Minister Sergei Petrenko"),
                at("said"),
                (KURILS,),
                PartialDate("2020-11-20"),
            ),
            Statement(
                "statement/b2",
                AGENCY,
                (at("a Japanese official as saying that the 1956 Joint Declaration was still the ground for talks"),),
                "indirect",
                at("The news agency"),
                at("quoted"),
            ),
            Statement(
                "statement/b3",
                OFFICIAL,
                (relayed,),
                "indirect",
                at("a Japanese official"),
                at("saying"),
                layer_of="statement/b2",
            ),
        ),
        positions=(
            Position(
                "position/b1",
                RUSSIA,
                "refuses-negotiation",
                (at('"There is nothing to discuss,"'),),
                KURILS,
                statement="statement/b1",
                date=PartialDate("2020-11-20"),
            ),
            Position("position/b2", JAPAN, "claims-sovereignty", (at("Japan claims the islands"),), KURILS),
            Position("position/b3", RUSSIA, "claims-sovereignty", (at("Russia claims them"),), KURILS),
            Position("position/b4", RUSSIA, "controls", (at("holds the Southern Kurils"),), KURILS),
            Position(
                "position/b5",
                AMERICA,
                "recognizes-claim",
                (at("The United States backed Japan's claim"),),
                KURILS,
                toward=JAPAN,
            ),
            Position(
                "position/b6",
                JAPAN,
                "protests",
                (at("Japan lodged a protest over a Russian exercise off Shikotan"),),
                SHIKOTAN,
                toward=RUSSIA,
            ),
        ),
        events=(
            Event(
                "event/b1",
                "PROTEST",
                "happened",
                (at("Japan lodged a protest"),),
                "formal-protest",
                PartialDate("2020-10"),
                (JAPAN, RUSSIA),
                None,
                (SHIKOTAN,),
            ),
            Event(
                "event/b2",
                "CONSULT",
                "called-off",
                (at("A trip of Prime Minister Kenji Arai to Moscow, planned for December, was called off"),),
                "visit",
                PartialDate("2020-12"),
                (ARAI,),
                at("Moscow", 1),
            ),
        ),
    )


def malvinas() -> ArticleFacts:
    """April 2021: the other dispute."""
    document, at = article(MALVINAS, "harbour.example/2021/malvinas", "Harbour Post", "2021-04-02")
    return ArticleFacts(
        document,
        actors=(
            *states((ARGENTINA, at("Argentina said")), (BRITAIN, at("Britain")), (CHINA, at("China"))),
            Actor(
                HALE,
                "Tom Hale",
                "person",
                (at("Tom Hale"),),
                "minister",
                BRITAIN,
                (Role("minister", BRITAIN, (at("British minister Tom Hale"),)),),
            ),
        ),
        territories=(Territory(FALKLANDS, LABELS[FALKLANDS], (at("Malvinas", 1), at("Falkland Islands"))),),
        treaties=(Treaty("treaty/resolution-2065", "Resolution 2065", "concluded", (at("Resolution 2065"),), 1965),),
        statements=(
            Statement(
                "statement/c1",
                ARGENTINA,
                (at("that the Malvinas were Argentine"),),
                "indirect",
                at("Argentina"),
                at("said"),
                (FALKLANDS,),
                PartialDate("2021-04-02"),
            ),
            Statement(
                "statement/c2",
                HALE,
                (at("that there would be\nno talks on the Falkland Islands"),),
                "indirect",
                at("British minister Tom Hale"),
                at("told"),
                (FALKLANDS,),
                addressee=ARGENTINA,
            ),
        ),
        positions=(
            Position(
                "position/c1",
                ARGENTINA,
                "claims-sovereignty",
                (at("the Malvinas were Argentine"),),
                FALKLANDS,
                statement="statement/c1",
            ),
            Position(
                "position/c2",
                HALE,
                "refuses-negotiation",
                (at("there would be\nno talks on the Falkland Islands"),),
                FALKLANDS,
                statement="statement/c2",
            ),
            Position("position/c3", ARGENTINA, "seeks-negotiation", (at("Argentina asked for talks"),), FALKLANDS),
            Position(
                "position/c4",
                CHINA,
                "recognizes-claim",
                (at("China backed Argentina's\nclaim"),),
                FALKLANDS,
                toward=ARGENTINA,
            ),
            Position("position/c5", BRITAIN, "controls", (at("Britain holds the islands"),), FALKLANDS),
            Position(
                "position/c6",
                BRITAIN,
                "rejects-claim",
                (at("rejects Argentina's claim"),),
                FALKLANDS,
                toward=ARGENTINA,
            ),
        ),
        events=(
            Event(
                "event/c1",
                "REQUEST",
                "happened",
                (at("Argentina asked for talks under Resolution 2065"),),
                None,
                None,
                (ARGENTINA, BRITAIN),
            ),
            Event(
                "event/c2",
                "MOBILIZE",
                "happened",
                (at("A British ship was sent to the islands in March"),),
                "deployment",
                PartialDate("2021-03"),
                (BRITAIN,),
                None,
                (FALKLANDS,),
            ),
        ),
        names=(NameUse("name-use/c1", FALKLANDS, "Malvinas", ARGENTINA, (at("Malvinas", 1),), None, "statement/c1"),),
    )


def gazetteer() -> Gazetteer:
    """The rows that the articles need; Shikotan is a part of the Southern Kurils."""

    def territory(entry_id: str, claimants: tuple[str, ...], holder: str, **cells: object) -> Entry:
        row = f"territories.csv:{len(entry_id)}"
        fields = {"type": "island group", "status": "disputed"} | cells
        return Entry(
            entry_id, "territory", LABELS[entry_id], row, claimants=claimants, administered_by=(holder,), **fields
        )

    entries = [Entry(one, "state", LABELS[one], "states.csv:2") for one in LABELS if one.startswith("state/")]
    kurils = territory(KURILS, (RUSSIA, JAPAN), RUSSIA, wikidata="Q1", latitude=44.1, longitude=146.7, since=1945)
    shikotan = territory(SHIKOTAN, (RUSSIA, JAPAN), RUSSIA, type="island", part_of=KURILS)
    falklands = territory(FALKLANDS, (ARGENTINA, BRITAIN), BRITAIN, latitude=-51.7, longitude=-59.0)
    names = [
        Name("Southern Kurils", kurils, party=RUSSIA, language="en"),
        Name("Northern Territories", kurils, party=JAPAN, language="en"),
        Name("北方領土", kurils, party=JAPAN, language="ja"),
        Name("Malvinas", falklands, party=ARGENTINA, language="es"),
        Name("Falkland Islands", falklands, party=BRITAIN, language="en"),
        Name("Tokyo", entries[1], "metonym"),
    ]
    known = {entry.id: entry for entry in (*entries, kurils, shikotan, falklands)}
    return Gazetteer(known, names, version="test")


@pytest.fixture(scope="session")
def articles() -> tuple[ArticleFacts, ...]:
    """The three articles."""
    return talks(), refusal(), malvinas()


@pytest.fixture(scope="session")
def store(articles: tuple[ArticleFacts, ...]) -> ox.Store:
    """A store with the articles, the gazetteer and the ontology, each in its named graph."""
    store = ox.Store()
    run = ExtractionRun(program="1.2", model="english 3.4", gazetteer="test")
    parts = [article_nquads(facts, run=run) for facts in articles]
    parts.append(to_nquads(gazetteer_triples(gazetteer()), gazetteer_graph_iri()))
    parts.append(to_nquads(ontology_graph(), ONTOLOGY_GRAPH))
    for part in parts:
        store.load(part, format=ox.RdfFormat.N_QUADS)
    corrections = [
        Correction("not the same", PETRENKO, BELOV, "mine.csv line 2"),
        Correction("speaker", articles[0].statements[0].id, PETRENKO, "mine.csv line 3"),
    ]
    assert publish_identities(Dataset(store, BASE), corrections) == []
    assert correct_facts(store, corrections, base=BASE) == []
    return store
