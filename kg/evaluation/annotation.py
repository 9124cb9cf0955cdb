"""What an annotated article holds: values that know where in the text they stand, whatever file they come from."""

from dataclasses import dataclass
from pathlib import Path

from kg.documents import Document
from kg.evaluation.words import Chars

NO_CHARS: Chars = frozenset()
SET_ASIDE = ("denied", "hypothetical")  # what an event's status is that is not counted


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, territory or treaty: its usual name, and the forms in which the article mentions it."""

    name: str
    mentions: tuple[str, ...] = ()
    type: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedStatement:
    """Who says something, where it stands, and which territories it is about; what is None is left open."""

    speaker: str | None
    content: Chars
    about: tuple[str, ...]
    words: str
    source: Chars = NO_CHARS
    cue: Chars = NO_CHARS
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedPosition:
    """Who takes which stance on what, and where it stands."""

    holder: str
    stance: str
    target: str | None
    toward: str | None
    evidence: Chars
    words: str


@dataclass(frozen=True, slots=True)
class AnnotatedEvent:
    """What kind of thing happens, when, with whom, and where it stands."""

    type: str
    date: str | None
    participants: tuple[str, ...]
    evidence: Chars
    words: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated article with its text to the letter, and the kinds of facts that were annotated in it."""

    name: str
    text: str
    text_path: Path
    scored: frozenset[str]
    actors: tuple[Entity, ...] = ()
    territories: tuple[Entity, ...] = ()
    treaties: tuple[Entity, ...] = ()
    statements: tuple[AnnotatedStatement, ...] = ()
    attitudes: tuple[AnnotatedStatement, ...] = ()
    positions: tuple[AnnotatedPosition, ...] = ()
    events: tuple[AnnotatedEvent, ...] = ()
    document: Document | None = None  # where more than the text is known
    is_marked: bool = False  # by hand in a text that is at hand: names stand in notes, there is no list of actors
    are_attitudes_apart: bool = True
