"""An article of our own with facts of every kind, for the tests of the mapping."""

import pytest

from kg.dates import PartialDate
from kg.documents import Document, Span
from kg.facts import Actor, ArticleFacts, Attitude, Event, NameUse, Position, Role, Statement, Territory, Treaty

TEXT = """Ministers to meet over Skerry Island

Foreign Minister Ada Brook of Norland said that the island "was and is ours," and added: "We will talk."
Norland rejects Suthland's claim to Skerry Island, which Suthland has held since 1956. Suthland hopes
for a border treaty.
The two ministers met in Middleton on Tuesday under the Treaty of Quayside of 1904.

In a poll of Norlanders, 74 percent opposed the talks.
"""


def at(words: str, occurrence: int = 0) -> Span:
    """Return the words as a span of the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


@pytest.fixture
def document() -> Document:
    """The article."""
    return Document(
        key="https://paper.example/skerry",
        source="skerry.txt",
        text=TEXT,
        title="Ministers to meet over Skerry Island",
        publisher="The Paper",
        published=PartialDate("2021-05-05"),
        url="https://paper.example/skerry",
    )


@pytest.fixture
def facts(document: Document) -> ArticleFacts:
    """The article's facts: every dataclass, and every field at least once."""
    role = Role("Foreign Minister", "state/norland", (at("Foreign Minister Ada Brook of Norland"),))
    return ArticleFacts(
        document,
        actors=(
            Actor(
                "person/ada-brook.norland",
                "Ada Brook",
                "person",
                (at("Ada Brook"),),
                "Foreign Minister",
                "state/norland",
                (role,),
            ),
            Actor("state/norland", "Norland", "state", (at("Norland"), at("Norland", 1)), wikidata="Q1"),
            Actor("state/suthland", "Suthland", "state", (at("Suthland"),)),
            Actor("group/norlanders", "Norlanders", "group", (at("Norlanders"),)),
            Actor("organization/ministry", "ministry", "organization", (at("Minister"),)),
        ),
        territories=(Territory("territory/skerry", "Skerry Island", (at("Skerry Island"),), wikidata="Q2"),),
        treaties=(
            Treaty("treaty/quayside", "Treaty of Quayside", "concluded", (at("Treaty of Quayside"),), 1904, "Q3"),
            Treaty("treaty/border", "border treaty", "proposed", (at("border treaty"),)),
        ),
        statements=(
            Statement(
                "statement/1",
                "person/ada-brook.norland",
                (at('the island "was and is ours,"'), at('"We will talk."')),
                "mixed",
                at("Foreign Minister Ada Brook of Norland"),
                at("said"),
                ("territory/skerry",),
                PartialDate("2021-05"),
                "state/suthland",
                None,
                0.93,
            ),
            Statement("statement/2", "state/norland", (at('"We will talk."'),), "direct", layer_of="statement/1"),
        ),
        attitudes=(
            Attitude("attitude/1", "state/suthland", (at("for a border treaty"),), "indirect", cue=at("hopes")),
        ),
        positions=(
            Position(
                "position/1",
                "state/norland",
                "rejects-claim",
                (at("Norland rejects Suthland's claim to Skerry Island"), at("said")),
                "territory/skerry",
                None,
                "state/suthland",
                "statement/1",
                None,
                PartialDate("2021"),
                0.8,
            ),
            Position(
                "position/2",
                "state/suthland",
                "controls",
                (at("Suthland has held since 1956"),),
                "territory/skerry",
                date=PartialDate("195X"),
            ),
            Position(
                "position/3",
                "group/norlanders",
                "opposes",
                (at("74 percent opposed the talks"),),
                target_text=at("the talks"),
                share=0.74,
            ),
        ),
        events=(
            Event(
                "event/1",
                "CONSULT",
                "happened",
                (at("The two ministers met in Middleton on Tuesday"),),
                "meeting",
                PartialDate("2021-05-04"),
                ("person/ada-brook.norland", "state/suthland"),
                at("Middleton"),
                ("territory/skerry",),
                0.9,
            ),
        ),
        names=(
            NameUse(
                "name-use/1",
                "territory/skerry",
                "Skerry Island",
                "state/norland",
                (at("Skerry Island"),),
                "state/norland",
                "statement/2",
            ),
        ),
    )
