"""A stance as it is read at one place of an article."""

from dataclasses import dataclass

from kg.documents import Span


@dataclass(frozen=True, slots=True)
class Thing:
    """What a stance is on: a territory or treaty by identifier, else words of the text; words ``first <= i < last``.

    ``known`` says that the words name it; a pronoun or "the islands" only take it up.
    """

    first: int
    last: int
    id: str | None = None
    text: Span | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Stand:
    """One holder's stance at one place; ``at`` is the offset of the word that tells it."""

    holder: str
    stance: str
    evidence: Span
    thing: Thing
    at: int
    toward: str | None = None
    share: float | None = None
    confidence: float = 0.8
