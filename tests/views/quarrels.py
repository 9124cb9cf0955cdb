"""A store made by hand: two articles on two invented quarrels; or the same with other words behind every text."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph

from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.facts import Actor, ArticleFacts, Attitude, Event, Position, Role, Statement, Territory, Treaty
from kg.gazetteer import Entry, Gazetteer, Name
from kg.rdf import article_nquads, gazetteer_graph, to_nquads
from kg.store import ArticleStore, memory_store

EAST, WEST, NORTH = "state/EST", "state/WST", "state/NTH"
PETROV, SATO, VOTERS = "person/ivan-petrov.wst", "person/taro-sato.est", "group/voters"
ROCKS, ROCK, DUNE = "territory/the-rocks", "territory/inner-rock", "territory/dune"
TREATY = "treaty/oslo"


@dataclass(frozen=True)
class Words:
    """Makes texts hostile: `evil` is put behind every name, title, role and quotation."""

    evil: str = ""

    def __call__(self, text: str) -> str:
        return f"{text} {self.evil}" if self.evil else text


@dataclass(frozen=True)
class Writer:
    """Cuts spans out of a document by their words."""

    document: Document

    def __call__(self, words: str) -> Span:
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))


def herald(words: Words, url: str) -> ArticleFacts:
    ours = words('"The Rocks are ours,"')
    text = (
        f"Talks in Oslo. Eastland claims {words('Inner Rock')}. Westland controls Inner Rock, a lump. "
        f"{ours} Ivan Petrov, {words('a spokesman')} of Westland, told Taro Sato. Petrov met Sato in Oslo on Monday. "
        f"In a poll, 74 percent of voters were against {words('a hand-over')}. The {words('Treaty of Oslo')} is old. "
        "Nothing more is told here."
    )
    document = Document(
        key="herald",
        source=words("herald.txt"),
        title=words("Talks in Oslo"),
        publisher=words("Herald"),
        published=PartialDate("2019-01-22"),
        url=url,
        text=text,
    )
    at = Writer(document)
    return ArticleFacts(
        document,
        actors=(
            Actor(EAST, words("Eastland"), "state", (at("Eastland"),)),
            Actor(WEST, words("Westland"), "state", (at("Westland"),)),
            Actor(
                PETROV,
                words("Ivan Petrov"),
                "person",
                (at("Ivan Petrov"),),
                words("spokesman"),
                WEST,
                (Role(words("spokesman"), WEST, (at("a spokesman"),)),),
            ),
            Actor(SATO, words("Taro Sato"), "person", (at("Taro Sato"),), None, EAST),
            Actor(VOTERS, words("voters"), "group", (at("voters"),)),
        ),
        territories=(
            Territory(ROCK, words("Inner Rock"), (at("Inner Rock"),)),
            Territory(ROCKS, words("The Rocks"), (at("The Rocks"),)),
        ),
        treaties=(Treaty(TREATY, words("Treaty of Oslo"), "concluded", (at("Treaty of Oslo"),), 1956),),
        statements=(
            Statement("statement/ours", PETROV, (at(ours),), "direct", at("Ivan Petrov"), at("told"), (ROCKS,)),
        ),
        positions=(
            Position("position/claim", EAST, "claims-sovereignty", (at(words("Eastland claims Inner Rock")),), ROCK),
            Position(
                "position/west",
                WEST,
                "claims-sovereignty",
                (at(ours),),
                ROCKS,
                statement="statement/ours",
            ),
            Position("position/held", WEST, "controls", (at("Westland controls Inner Rock"),), ROCK),
            Position(
                "position/poll",
                VOTERS,
                "opposes",
                (at("74 percent of voters"),),
                target_text=at(words("a hand-over")),
                share=0.74,
            ),
        ),
        events=(
            Event(
                "event/meeting",
                "CONSULT",
                "happened",
                (at("Petrov met Sato in Oslo"),),
                "meeting",
                PartialDate("2019-01-21"),
                (PETROV, SATO),
                at("Oslo on Monday"),
                (ROCK,),
            ),
            Event("event/nowhere", "CONSULT", "planned", (at("Nothing more"),)),
        ),
    )


def tribune(words: Words, url: str) -> ArticleFacts:
    text = (
        f"Eastland rejects the claim of Westland to The Rocks. Eastland claims {words('Inner Rock')}. "
        f"Northland hopes that {words('Dune')} will be quiet. Westland said Inner Rock was cold."
    )
    document = Document(
        key="tribune",
        source="tribune.txt",
        title=words("Talks are over"),
        publisher="Tribune",
        published=PartialDate("2022-03-22"),
        url=url,
        text=text,
    )
    at = Writer(document)
    return ArticleFacts(
        document,
        actors=(
            Actor(EAST, words("Eastland"), "state", (at("Eastland"),)),
            Actor(WEST, words("Westland"), "state", (at("Westland"),)),
            Actor(NORTH, words("Northland"), "state", (at("Northland"),)),
        ),
        territories=(
            Territory(ROCK, words("Inner Rock"), (at("Inner Rock"),)),
            Territory(ROCKS, words("The Rocks"), (at("The Rocks"),)),
            Territory(DUNE, words("Dune"), (at("Dune"),)),
        ),
        statements=(
            Statement(
                "statement/cold", WEST, (at("Inner Rock was cold"),), "indirect", at("Westland said"), None, (ROCK,)
            ),
        ),
        attitudes=(Attitude("attitude/quiet", NORTH, (at("will be quiet"),), "indirect", about=(DUNE,)),),
        positions=(
            Position("position/again", EAST, "claims-sovereignty", (at(words("Eastland claims Inner Rock")),), ROCK),
            Position(
                "position/rejects", EAST, "rejects-claim", (at("Eastland rejects the claim"),), ROCKS, toward=WEST
            ),
        ),
    )


def many(count: int) -> ArticleStore:
    """Return a store of one article on so many territories, each of which somebody else holds."""
    text = " ".join(f"State{number} holds Reef{number}." for number in range(count))
    document = Document(key="many", source="many.txt", text=text)
    at = Writer(document)
    actors = (Actor(f"state/S{one}", f"State{one}", "state", (at(f"State{one} "),)) for one in range(count))
    territories = (Territory(f"territory/r{one}", f"Reef{one}", (at(f"Reef{one}."),)) for one in range(count))
    positions = (
        Position(
            f"position/{one}", f"state/S{one}", "controls", (at(f"State{one} holds Reef{one}."),), f"territory/r{one}"
        )
        for one in range(count)
    )
    facts = ArticleFacts(document, tuple(actors), tuple(territories), positions=tuple(positions))
    return memory_store(pyoxigraph.parse(article_nquads(facts), format=pyoxigraph.RdfFormat.N_QUADS))


def gazetteer(words: Words) -> Gazetteer:
    rocks = Entry(ROCKS, "territory", words("The Rocks"), "t.csv:2", latitude=44.5, longitude=146.25)
    rock = Entry(ROCK, "territory", words("Inner Rock"), "t.csv:3", part_of=ROCKS)
    dune = Entry(DUNE, "territory", words("Dune"), "t.csv:4")
    east = Entry(EAST, "state", words("Eastland"), "s.csv:2")
    names = [Name(words("Stone Isle"), rock, party=EAST, language="en"), Name("The Rocks", rocks)]
    return Gazetteer({one.id: one for one in (rocks, rock, dune, east)}, names, version="test")


def make_store(evil: str = "", url: str = "https://herald.example/1") -> ArticleStore:
    """Return the store, with these words put behind everything that an article or a table can say."""

    def quads() -> Iterator[pyoxigraph.Quad]:
        words = Words(evil)
        for facts in (herald(words, url), tribune(words, "https://tribune.example/1")):
            yield from pyoxigraph.parse(article_nquads(facts), format=pyoxigraph.RdfFormat.N_QUADS)
        graph = gazetteer_graph(gazetteer(words))
        data = to_nquads(graph, graph.identifier)  # type: ignore[arg-type]
        yield from pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS)

    return memory_store(quads())
