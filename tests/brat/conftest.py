"""An article with statements by a capital, within one another, over line ends, and without a cue or a source."""

from pathlib import Path

import pytest

from kg.brat import BratFolder
from kg.dates import PartialDate
from kg.documents import Block, Document, Span
from kg.facts import Actor, ArticleFacts, Attitude, Event, Position, Statement, Territory

TEXT = (
    "Talks fail\r\n\r\nKyodo reported that Shinzo Abe said that \U0001f5fe Shikotan\r\nwas Japan's own.\r\n"
    "“Never,” said a spokesman, “will we\tyield.”\r\n“Leave it be.”\r\n"
    "Tokyo hopes that talks go on. They met in Moscow."
)


def document(source: str = "news/a.txt") -> Document:
    bare = Document(key="a", source=source, text=TEXT)
    blocks = (Block(bare.span(0, 10), "title"), Block(bare.span(14, len(TEXT)), "body"))
    return Document("a", source, TEXT, title="Talks fail", published=PartialDate("2019-01-22"), blocks=blocks)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return document().span(start, start + len(words))


def facts(source: str = "news/a.txt") -> ArticleFacts:
    abe = Actor("person/abe", "Shinzo Abe", "person", (span("Shinzo Abe"),))
    kyodo = Actor("organization/kyodo", "Kyodo", "organization", (span("Kyodo"),))
    mid = Actor("organization/mid", "Ministry", "organization", (span("a spokesman"),))
    other = Actor("organization/gaimusho", "ministry", "organization", (span("Tokyo"),))
    shikotan = Territory("territory/shikotan", "Shikotan; the island", (span("Shikotan"),))
    outer = Statement(
        "statement/1", kyodo.id, (span("Shinzo Abe said that \U0001f5fe Shikotan\r\nwas Japan's own"),), "indirect",
        span("Kyodo"), span("reported"), (shikotan.id,),
    )  # fmt: skip
    inner = Statement(
        "statement/2", abe.id, (span("\U0001f5fe Shikotan\r\nwas Japan's own"),), "indirect", span("Shinzo Abe"),
        span("said"), (shikotan.id,), layer_of="statement/1", confidence=0.75,
    )  # fmt: skip
    split = Statement(
        "statement/3",
        mid.id,
        (span("“Never,”"), span("“will we\tyield.”")),
        "direct",
        span("a spokesman"),
        span("said a"),
    )
    bare = Statement("statement/4", other.id, (span("“Leave it be.”"),), "direct")
    hope = Attitude("attitude/1", other.id, (span("talks go on"),), "indirect", span("Tokyo"), span("hopes"))
    position = Position(
        "position/1", abe.id, "claims-sovereignty", (span("was Japan's own"), span("reported")), shikotan.id,
        span("Shikotan"),
    )  # fmt: skip
    event = Event(
        "event/1", "CONSULT", "happened", (span("They met"),), None, PartialDate("2019-01"), (abe.id, mid.id),
        span("Moscow"),
    )  # fmt: skip
    denied = Event("event/2", "AGREE", "denied", (span("Talks fail"),))
    actors, statements = (abe, kyodo, mid, other), (outer, inner, split, bare)
    return ArticleFacts(
        document(source), actors, (shikotan,), (), statements, (hope,), (position,), (event, denied)
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder as kg wrote it for brat."""
    BratFolder(tmp_path / "brat").write(facts())
    return tmp_path / "brat"
