"""A store made by hand: three short articles on an invented quarrel, mapped as every other article is."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph

from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.facts import (
    Actor,
    ArticleFacts,
    Event,
    NameUse,
    Position,
    Statement,
    Territory,
    Treaty,
    fact_id,
)
from kg.gazetteer import Entry, Gazetteer, Name
from kg.rdf import article_nquads, gazetteer_graph, to_nquads

HERALD = Document(
    key="herald",
    source="herald.txt",
    title="Talks in Oslo",
    publisher="Herald",
    published=PartialDate("2019-01-22"),
    url="https://herald.example/1",
    text=(
        "Talks in Oslo\n\n"
        "Eastland claims Inner Rock. Westland controls Inner Rock.\n"
        '"The Rocks are ours," Ivan Petrov, a spokesman of Westland, told Taro Sato. '
        "Petrov met Sato in Oslo on Monday. Eastland wants talks on Inner Rock.\n"
        "The Treaty of Oslo of 1956 does not name it.\n"
    ),
)
TRIBUNE = Document(
    key="tribune",
    source="tribune.txt",
    title="Talks are over",
    publisher="Tribune",
    published=PartialDate("2022-03-22"),
    text=(
        "Talks are over\n\n"
        "Eastland will hold no more talks on Inner Rock. "
        'Envoy Taro Sato said that Stone Isle, as we call it, "is" {lost} | for good.\n'
        "Northland stands by Eastland's title to the Rocks. Petrov denied it. "
        "Eastland claims Inner Rock.\n"
    ),
)
GAZETTE = Document(
    key="gazette",
    source="gazette.txt",
    title="No talks?",
    publisher="Gazette",
    published=PartialDate("2019-01-22"),
    text=(
        "No talks?\n\n"
        "Eastland rules out talks on Inner Rock. Eastland claims Inner Rock. Petrov will meet Sato in May.\n"
        "Stone Isle has no trees.\n"
    ),
)

EAST, WEST, NORTH = "state/EST", "state/WST", "state/NTH"
PETROV, SATO = "person/ivan-petrov.wst", "person/taro-sato.est"
ROCKS, ROCK = "territory/the-rocks", "territory/inner-rock"
TREATY = "treaty/treaty-of-oslo"


@dataclass
class Writer:
    """Makes facts of an article from the words that carry them."""

    document: Document

    def span(self, words: str) -> Span:
        start = self.document.text.index(words, len(self.document.title or ""))
        return self.document.span(start, start + len(words))

    def mentions(self, *words: str) -> tuple[Span, ...]:
        return tuple(self.span(one) for one in words)

    def position(self, words: str, holder: str, stance: str, target: str | None, **more: object) -> Position:
        number = fact_id(self.document, "position", holder, stance, target)
        return Position(number, holder, stance, (self.span(words),), target=target, **more)  # type: ignore[arg-type]

    def statement(self, words: str, speaker: str, **more: object) -> Statement:
        number = fact_id(self.document, "statement", speaker, words)
        return Statement(number, speaker, (self.span(words),), **more)  # type: ignore[arg-type]

    def name(self, words: str, form: str, **more: object) -> NameUse:
        number = fact_id(self.document, "name-use", form, *more.values())
        return NameUse(number, ROCK, form, EAST, (self.span(words),), **more)  # type: ignore[arg-type]

    def event(self, words: str, *participants: str, status: str = "happened", **more: object) -> Event:
        number = fact_id(self.document, "event", words)
        return Event(number, "CONSULT", status, (self.span(words),), participants=participants, **more)  # type: ignore[arg-type]


def herald() -> ArticleFacts:
    write = Writer(HERALD)
    return ArticleFacts(
        HERALD,
        actors=(
            Actor(EAST, "Eastland", "state", write.mentions("Eastland")),
            Actor(WEST, "Westland", "state", write.mentions("Westland")),
            Actor(PETROV, "Ivan Petrov", "person", write.mentions("Ivan Petrov", "Petrov"), "spokesman", WEST),
            Actor(SATO, "Taro Sato", "person", write.mentions("Taro Sato", "Sato"), None, EAST),
        ),
        territories=(
            Territory(ROCK, "Inner Rock", write.mentions("Inner Rock")),
            Territory(ROCKS, "The Rocks", write.mentions("The Rocks")),
        ),
        treaties=(Treaty(TREATY, "Treaty of Oslo", "concluded", write.mentions("Treaty of Oslo of 1956"), 1956),),
        statements=(
            write.statement('"The Rocks are ours,"', PETROV, mode="direct", about=(ROCKS,), addressee=SATO),
        ),
        positions=(
            write.position("Eastland claims Inner Rock", EAST, "claims-sovereignty", ROCK),
            write.position("Westland controls Inner Rock", WEST, "controls", ROCK),
            write.position("Eastland wants talks on Inner Rock", EAST, "seeks-negotiation", ROCK),
        ),
        events=(
            write.event(
                "Petrov met Sato in Oslo", PETROV, SATO,
                subtype="meeting", date=PartialDate("2019-01-21"), place=write.span("Oslo on Monday"),
                territories=(ROCK, ROCKS),
            ),
        ),
    )  # fmt: skip


def tribune() -> ArticleFacts:
    write = Writer(TRIBUNE)
    said = write.statement(
        'that Stone Isle, as we call it, "is" {lost} | for good', SATO, mode="mixed", about=(ROCK, ROCKS)
    )
    return ArticleFacts(
        TRIBUNE,
        actors=(
            Actor(EAST, "Eastland", "state", write.mentions("Eastland")),
            Actor(NORTH, "Northland", "state", write.mentions("Northland")),
            Actor(PETROV, "Petrov", "person", write.mentions("Petrov")),
            Actor(SATO, "Taro Sato", "person", write.mentions("Taro Sato"), "envoy", EAST),
        ),
        territories=(
            Territory(ROCK, "Inner Rock", write.mentions("Inner Rock", "Stone Isle")),
            Territory(ROCKS, "The Rocks", write.mentions("the Rocks")),
        ),
        statements=(said,),
        positions=(
            write.position("Eastland will hold no more talks on Inner Rock", EAST, "refuses-negotiation", ROCK),
            write.position("Northland stands by Eastland's title", NORTH, "recognizes-claim", ROCKS, toward=EAST),
            write.position("Petrov denied it", PETROV, "rejects-claim", ROCKS, toward=EAST),
            write.position("Eastland claims Inner Rock", EAST, "claims-sovereignty", ROCK),
        ),
        names=(write.name("Stone Isle", "Stone Isle", speaker=SATO, statement=said.id),),
    )


def gazette() -> ArticleFacts:
    write = Writer(GAZETTE)
    return ArticleFacts(
        GAZETTE,
        actors=(
            Actor(EAST, "Eastland", "state", write.mentions("Eastland")),
            Actor(PETROV, "Petrov", "person", write.mentions("Petrov")),
            Actor(SATO, "Sato", "person", write.mentions("Sato")),
        ),
        territories=(Territory(ROCK, "Inner Rock", write.mentions("Inner Rock", "Stone Isle")),),
        positions=(
            write.position("Eastland rules out talks on Inner Rock", EAST, "refuses-negotiation", ROCK),
            write.position("Eastland claims Inner Rock", EAST, "claims-sovereignty", ROCK),
        ),
        events=(
            write.event("Petrov will meet Sato in May", PETROV, SATO, status="planned", date=PartialDate("2019-05")),
        ),
        names=(write.name("Stone Isle", "Stone Isle"),),
    )


def small_gazetteer() -> Gazetteer:
    rocks = Entry(ROCKS, "territory", "The Rocks", "t.csv:2", claimants=(EAST, WEST), status="disputed")
    rock = Entry(ROCK, "territory", "Inner Rock", "t.csv:3", part_of=ROCKS, wikidata="Q42")
    east = Entry(EAST, "state", "Eastland", "s.csv:2", capital="Easton")
    west = Entry(WEST, "state", "Westland", "s.csv:3", capital="Weston")
    north = Entry(NORTH, "state", "Northland", "s.csv:4")
    treaty = Entry(
        TREATY, "treaty", "Treaty of Oslo", "tr.csv:2", year=1956, parties=(EAST, WEST), territories=(ROCKS,)
    )
    names = [
        Name("Inner Rock", rock),
        Name("Stone Isle", rock, party=EAST, language="en"),
        Name("Péñasco", rock, party=WEST, language="es"),
        Name("The Rocks", rocks),
        Name("Easton", east, sense="metonym"),
        Name("Weston", west, sense="metonym"),
    ]
    return Gazetteer({one.id: one for one in (rocks, rock, east, west, north, treaty)}, names, version="test")


def all_quads() -> Iterator[pyoxigraph.Quad]:
    for facts in (herald(), tribune(), gazette()):
        yield from pyoxigraph.parse(article_nquads(facts), format=pyoxigraph.RdfFormat.N_QUADS)
    graph = gazetteer_graph(small_gazetteer())
    data = to_nquads(graph, graph.identifier)  # type: ignore[arg-type]
    yield from pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS)
