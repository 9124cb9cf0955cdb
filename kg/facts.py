"""The facts that an article holds: plain values, each with the spans of text that carry it.

Identifiers are local (``state/JPN``, ``person/shinzo-abe.jpn``, ``statement/5f0c...``) and become IRIs under a base
when mapped to RDF. An entity of the gazetteer has its row's identifier; `kg.facts` neither resolves nor merges.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from kg.dates import PartialDate
from kg.documents import Document, Span

ActorType = Literal["person", "state", "organization", "group"]
Mode = Literal["direct", "indirect", "mixed"]
EventStatus = Literal["happened", "planned", "called-off", "denied", "hypothetical"]
TreatyKind = Literal["concluded", "proposed"]

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role that the text gives an actor, and the actor it is held for.

    ``state`` is the state that the role's words place them in where they do not speak for it: "a Russian opposition
    politician".
    """

    role: str
    represents: str | None
    evidence: Spans
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who says, does or holds something, or to whom it is done."""

    id: str
    label: str
    type: ActorType
    mentions: Spans
    role: str | None = None
    represents: str | None = None
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None

    @property
    def evidence(self) -> Spans:
        """The mentions."""
        return self.mentions


@dataclass(frozen=True, slots=True)
class Territory:
    """Land, sea or a stretch of border named in the article, over which there is or was a quarrel."""

    id: str
    label: str
    mentions: Spans
    wikidata: str | None = None

    @property
    def evidence(self) -> Spans:
        """The mentions."""
        return self.mentions


@dataclass(frozen=True, slots=True)
class Treaty:
    """A pact, a vote of a body or a verdict of a court that the article names; ``proposed`` if only wished for."""

    id: str
    label: str
    kind: TreatyKind
    mentions: Spans
    year: int | None = None
    wikidata: str | None = None

    @property
    def evidence(self) -> Spans:
        """The mentions."""
        return self.mentions


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody, some words that say so, and the content: what statements and attitudes have in common."""

    id: str
    speaker: str
    content: Spans
    mode: Mode
    source: Span | None = None
    cue: Span | None = None
    about: tuple[str, ...] = ()
    date: PartialDate | None = None
    addressee: str | None = None
    layer_of: str | None = None
    confidence: float = 1.0

    @property
    def evidence(self) -> Spans:
        """The content, the cue and the source."""
        return (*self.content, *(span for span in (self.cue, self.source) if span))


@dataclass(frozen=True, slots=True)
class Statement(Attribution):
    """An attribution of speech or writing."""


@dataclass(frozen=True, slots=True)
class Attitude(Attribution):
    """An attribution of a belief, hope, wish or intention without speech."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a holder stands on a territory, treaty, proposal or act; never a fact of the territory itself."""

    id: str
    holder: str
    stance: str
    evidence: Spans
    target: str | None = None
    target_text: Span | None = None
    toward: str | None = None
    statement: str | None = None
    share: float | None = None
    date: PartialDate | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, happens, or is planned, with a PLOVER type."""

    id: str
    type: str
    status: EventStatus
    evidence: Spans
    subtype: str | None = None
    date: PartialDate | None = None
    participants: tuple[str, ...] = ()
    place: Span | None = None
    territories: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class NameUse:
    """That a territory is called by the name that one party alone has for it.

    The words are the ``speaker``'s own where there is one, and else the outlet's: in prose, or, where there is a
    ``statement``, in telling what somebody said. ``form`` is the name as the gazetteer writes it.
    """

    id: str
    territory: str
    form: str
    party: str
    evidence: Spans
    speaker: str | None = None
    statement: str | None = None


Fact = Actor | Territory | Treaty | Statement | Attitude | Position | Event | NameUse


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that was read in one article."""

    document: Document
    actors: tuple[Actor, ...] = ()
    territories: tuple[Territory, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    statements: tuple[Statement, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    names: tuple[NameUse, ...] = ()


def fact_id(document: Document, kind: str, *parts: object) -> str:
    """Return an identifier that is the same in every build: from the article, the kind of fact and its parts.

    >>> fact_id(Document(key="a", source="a", text=""), "event", "CONSULT", 3)
    'event/6212f5a96939795b'
    """
    said = "\x1f".join([document.id, kind, *("" if part is None else str(part) for part in parts)])
    return f"{kind}/{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
