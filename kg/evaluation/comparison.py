"""One article's facts held against its annotation: which fact is which.

The rules, kind by kind; each fact is paired with one annotated at most, the likeliest first:

- actors, territories, treaties: by name; else by a form in which they are mentioned; an organization or group also by
  three quarters of its words. A person's surname stands for the person.
- statements: where the contents overlap by half (F1 of their characters). Who said what about which territory: also
  the speaker is right, and so are the territories (F1 above one half, or none on both sides).
- positions: the same stance, holder and `toward` (where both tell it), a target that is the same territory or treaty,
  or is told in like words, and evidence in the same sentence; or the same target, told in a sentence that names
  the holder.
- events: the same type, evidence in the same sentence, and like words or half the participants. Strictly: half the
  participants, and the same date. Events that the article denies or imagines are set aside.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.documents import Span
from kg.evaluation.annotations import AnnotatedEvent, AnnotatedPosition, AnnotatedStatement, Annotation, Entity
from kg.evaluation.words import (
    Chars,
    best_pairs,
    harmonic,
    is_same_person,
    name_form,
    overlap,
    sentences_around,
    share_likeness,
    word_likeness,
)
from kg.facts import Actor, ArticleFacts, Event, Position, Statement, Territory, Treaty

Pairs = list[tuple[int, int]]

_SAME_CONTENT = 0.5
_SAME_WORDS = 0.3
_SAME_GROUP = 0.75
_HALF = 0.5
_SET_ASIDE = ("denied", "hypothetical")


@dataclass(frozen=True)
class Comparison:
    """An annotated article and what the program found in it."""

    annotation: Annotation
    facts: ArticleFacts

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that count: those that happened, happen or are planned."""
        return tuple(event for event in self.facts.events if event.status not in _SET_ASIDE)

    @cached_property
    def actor_pairs(self) -> Pairs:
        """The actors that are the same, as places in both lists."""
        return _pair_entities(self.annotation.actors, self.facts.actors, by_mention=False)

    @cached_property
    def territory_pairs(self) -> Pairs:
        """The territories that are the same."""
        return _pair_entities(self.annotation.territories, self.facts.territories, by_mention=True)

    @cached_property
    def treaty_pairs(self) -> Pairs:
        """The treaties that are the same."""
        return _pair_entities(self.annotation.treaties, self.facts.treaties, by_mention=True)

    @cached_property
    def statement_pairs(self) -> Pairs:
        """The statements whose contents are the same."""
        contents = [_chars(statement.content) for statement in self.facts.statements]
        return best_pairs(
            (likeness, i, j)
            for i, expected in enumerate(self.annotation.statements)
            for j, content in enumerate(contents)
            if (likeness := overlap(expected.content, content)) >= _SAME_CONTENT
        )

    @cached_property
    def speaker_pairs(self) -> Pairs:
        """Of these, the statements with the right speaker."""
        return [
            (i, j)
            for i, j in self.statement_pairs
            if self._is_actor(self.annotation.statements[i].speaker, self.facts.statements[j].speaker)
        ]

    @cached_property
    def attribution_pairs(self) -> Pairs:
        """Of these, the statements with the right territories: who said what about which islands."""
        return [
            (i, j)
            for i, j in self.speaker_pairs
            if self._has_same_territories(self.annotation.statements[i], self.facts.statements[j])
        ]

    @cached_property
    def position_pairs(self) -> Pairs:
        """The positions that are the same."""
        return best_pairs(
            (likeness, i, j)
            for i, expected in enumerate(self.annotation.positions)
            for j, position in enumerate(self.facts.positions)
            if (likeness := self._position_likeness(expected, position)) is not None
        )

    @cached_property
    def event_pairs(self) -> Pairs:
        """The events that are the same."""
        return self._pair_events(strictly=False)

    @cached_property
    def strict_event_pairs(self) -> Pairs:
        """The events that are the same with their date and participants."""
        return self._pair_events(strictly=True)

    @cached_property
    def _actors(self) -> dict[str, str]:
        """The found identifier of each annotated actor."""
        return {self.annotation.actors[i].name: self.facts.actors[j].id for i, j in self.actor_pairs}

    @cached_property
    def _matters(self) -> dict[str, str]:
        """The found identifier of each annotated territory and treaty."""
        treaties = {self.annotation.treaties[i].name: self.facts.treaties[j].id for i, j in self.treaty_pairs}
        return treaties | {
            self.annotation.territories[i].name: self.facts.territories[j].id for i, j in self.territory_pairs
        }

    def _is_actor(self, name: str, found: str) -> bool:
        return self._actors.get(name) == found

    def _is_matter(self, name: str | None, found: str | None) -> bool:
        return name is not None and found is not None and self._matters.get(name) == found

    def _has_same_territories(self, expected: AnnotatedStatement, found: Statement) -> bool:
        if not expected.about or not found.about:
            return not expected.about and not found.about
        hits = sum(any(self._is_matter(name, one) for one in found.about) for name in expected.about)
        return harmonic(hits / len(set(found.about)), hits / len(expected.about)) > _HALF

    def _position_likeness(self, expected: AnnotatedPosition, found: Position) -> float | None:
        """Return how like two positions are, None where they are not the same."""
        if expected.stance != found.stance or not self._is_actor(expected.holder, found.holder):
            return None
        if expected.toward and found.toward and not self._is_actor(expected.toward, found.toward):
            return None
        evidence, is_matter = _chars(found.evidence), self._is_matter(expected.target, found.target)
        if not evidence & sentences_around(expected.evidence, self.annotation.text) and not (
            is_matter and self._names(found.holder, evidence)
        ):
            return None
        near = overlap(expected.evidence, evidence)
        in_words = word_likeness(expected.target, found.target_text.text if found.target_text else None)
        target = max(float(is_matter), in_words, near)
        return target + near if target >= _SAME_WORDS else None

    def _names(self, actor: str, evidence: Chars) -> bool:
        """Say whether the sentences of some evidence mention an actor."""
        around = sentences_around(evidence, self.annotation.text)
        return any(_chars(one.mentions) & around for one in self.facts.actors if one.id == actor)

    def _pair_events(self, *, strictly: bool) -> Pairs:
        return best_pairs(
            (likeness, i, j)
            for i, expected in enumerate(self.annotation.events)
            for j, event in enumerate(self.events)
            if (likeness := self._event_likeness(expected, event, strictly=strictly)) is not None
        )

    def _event_likeness(self, expected: AnnotatedEvent, found: Event, *, strictly: bool) -> float | None:
        """Return how like two events are, None where they are not the same."""
        evidence = _chars(found.evidence)
        if expected.type != found.type or not evidence & sentences_around(expected.evidence, self.annotation.text):
            return None
        near = overlap(expected.evidence, evidence)
        hits = sum(any(self._is_actor(name, one) for one in found.participants) for name in expected.participants)
        shared = share_likeness(hits, len(found.participants), len(expected.participants))
        if near < _SAME_WORDS and shared < _HALF:
            return None
        date = str(found.date) if found.date else ""
        if strictly and (shared < _HALF or date != (expected.date or "")):
            return None
        return near + shared


def _pair_entities(
    expected: Iterable[Entity], found: Iterable[Actor | Territory | Treaty], *, by_mention: bool
) -> Pairs:
    """Pair entities that are the same; ``by_mention`` says whether an annotated mention counts as a name."""
    found = tuple(found)
    return best_pairs(
        (likeness, i, j)
        for i, entity in enumerate(expected)
        for j, one in enumerate(found)
        if (likeness := _entity_likeness(entity, one, by_mention=by_mention))
    )


def _entity_likeness(expected: Entity, found: Actor | Territory | Treaty, *, by_mention: bool) -> float:
    """Return 2 for the same name, 1 for a mention of that name, one half for like words, 0 for none of these."""
    names = _forms(expected.name, expected.mentions if by_mention else ())
    label = _forms(found.label)
    mentions = label | _forms(*(span.text for span in found.mentions))
    is_person = expected.type == "person" and getattr(found, "type", "person") == "person"
    for likeness, forms in ((2.0, label), (1.0, mentions)):
        if names & forms or (is_person and any(is_same_person(one, other) for one in names for other in forms)):
            return likeness
    is_body = expected.type in ("organization", "group")
    return 0.5 if is_body and word_likeness(expected.name, found.label) >= _SAME_GROUP else 0.0


def _forms(*names: str | tuple[str, ...]) -> set[str]:
    every = (one for name in names for one in ((name,) if isinstance(name, str) else name))
    return {form for one in every if (form := name_form(one))}


def _chars(spans: Iterable[Span]) -> Chars:
    return frozenset(char for span in spans for char in range(span.start, span.end))
