"""One article's facts held against its annotation: which fact is which.

The rules, kind by kind; each fact is paired with one annotated at most, the likeliest first:

- actors, territories, treaties: by name; else by a form in which they are mentioned; an organization or group also by
  three quarters of its words. A person's surname stands for the person.
- statements, attitudes: where the contents overlap by half (F1 of their characters, white space aside). Who said what
  about which territory: also the speaker is right, and so are the territories (F1 above one half, or none on both
  sides). What the annotation leaves open - mode, source - is held against nobody.
- sources, cues, contents: each unbroken part a span, exactly the same.
- positions: the same stance, holder and `toward` (where both tell it), a target that is the same territory or treaty,
  or is told in like words, and evidence in the same sentence; or the same target, told in a sentence that names
  the holder.
- events: the same type, evidence in the same sentence, and like words or half the participants. Strictly: half the
  participants, and the same date. Events that the article denies or imagines are set aside.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.brat import resolve, told_names
from kg.documents import Span
from kg.evaluation.annotation import (
    SET_ASIDE,
    AnnotatedEvent,
    AnnotatedPosition,
    AnnotatedStatement,
    Annotation,
)
from kg.evaluation.entities import Pairs, likeliest, pair_entities
from kg.evaluation.words import (
    Chars,
    best_pairs,
    harmonic,
    ink,
    overlap,
    runs,
    sentences_around,
    share_likeness,
    word_likeness,
)
from kg.facts import ArticleFacts, Attribution, Event, Position, Territory, Treaty

_SAME_CONTENT = 0.5
_SAME_WORDS = 0.3
_HALF = 0.5
_TIE = 1e-6  # so much more likely is a statement of the right speaker, where two speak the same words


@dataclass(frozen=True)
class Comparison:
    """An annotated article and what the program found in it."""

    annotation: Annotation
    facts: ArticleFacts

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that count: those that happened, happen or are planned."""
        return tuple(event for event in self.facts.events if event.status not in SET_ASIDE)

    @cached_property
    def actor_pairs(self) -> Pairs:
        """The actors that are the same, as places in both lists."""
        return pair_entities(self.annotation.actors, self.facts.actors, by_mention=False)

    @cached_property
    def territory_pairs(self) -> Pairs:
        """The territories that are the same."""
        if not self.annotation.is_marked:
            return pair_entities(self.annotation.territories, self.facts.territories, by_mention=True)
        places = {one.id: j for j, one in enumerate(self.facts.territories)}
        meant = (self._matter(one.name) for one in self.annotation.territories)
        return best_pairs((1.0, i, places[one]) for i, one in enumerate(meant) if one in places)

    @cached_property
    def treaty_pairs(self) -> Pairs:
        """The treaties that are the same."""
        return pair_entities(self.annotation.treaties, self.facts.treaties, by_mention=True)

    @cached_property
    def statements(self) -> tuple[Attribution, ...]:
        """The statements that were found; attitudes are among them where the annotation does not tell them apart."""
        return self.facts.statements if self.annotation.are_attitudes_apart else self._attributions

    @cached_property
    def _attributions(self) -> tuple[Attribution, ...]:
        return (*self.facts.statements, *self.facts.attitudes)

    @cached_property
    def statement_pairs(self) -> Pairs:
        """The statements whose contents are the same."""
        return self._pair_attributions(self.annotation.statements, self.statements)

    @cached_property
    def attitude_pairs(self) -> Pairs:
        """The attitudes whose contents are the same."""
        return self._pair_attributions(self.annotation.attitudes, self.facts.attitudes)

    @cached_property
    def speaker_pairs(self) -> Pairs:
        """Of these, the statements with the right speaker."""
        return [
            (i, j)
            for i, j in self.statement_pairs
            if self._is_actor(self.annotation.statements[i].speaker, self.statements[j].speaker)
        ]

    @cached_property
    def mode_pairs(self) -> Pairs:
        """Of the statements found, those with the right mode, or with one that the annotation leaves open."""
        return [
            (i, j)
            for i, j in self.statement_pairs
            if self.annotation.statements[i].mode in (None, self.statements[j].mode)
        ]

    @cached_property
    def source_pairs(self) -> Pairs:
        """Of the statements found, those whose source shares words with the right one, if there is one."""
        return [
            (i, j)
            for i, j in self.statement_pairs
            if not (source := self.annotation.statements[i].source)
            or source & self.chars([one for one in [self.statements[j].source] if one])
        ]

    @cached_property
    def attribution_pairs(self) -> Pairs:
        """Of these, the statements with the right territories: who said what about which islands."""
        return [
            (i, j)
            for i, j in self.speaker_pairs
            if self.has_same_territories(self.annotation.statements[i], self.statements[j])
        ]

    def expected_spans(self, part: str) -> list[tuple[int, int]]:
        """Return each unbroken part of a source, cue or content that was annotated, once."""
        said = (*self.annotation.statements, *self.annotation.attitudes)
        return _once(run for one in said for run in runs(self.annotation.text, getattr(one, part)))

    def found_spans(self, part: str) -> list[tuple[int, int]]:
        """Return each unbroken part of a source, cue or content that was found, once."""
        is_scored = "attitudes" in self.annotation.scored
        said = self._attributions if is_scored or not self.annotation.are_attitudes_apart else self.facts.statements
        spans = (getattr(one, part) for one in said)
        found = (self.chars(span if isinstance(span, tuple) else (span,)) for span in spans if span)
        return _once(run for chars in found for run in runs(self.annotation.text, chars))

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

    def chars(self, spans: Iterable[Span]) -> Chars:
        """Return the characters of spans that are no white space."""
        length = len(self.annotation.text)
        return ink(self.annotation.text, ((one.start, min(one.end, length)) for one in spans))

    def label(self, actor: str) -> str:
        """Return what a found actor is called."""
        return self._actor_names.get(actor, actor)

    def labels(self, matters: Iterable[str]) -> list[str]:
        """Return what found territories and treaties are called."""
        return [self._matter_names.get(one, one) for one in matters]

    def _pair_attributions(self, expected: Iterable[AnnotatedStatement], found: Iterable[Attribution]) -> Pairs:
        contents = [(one, self.chars(one.content)) for one in found]
        return best_pairs(
            (likeness + _TIE * self._is_actor(one.speaker, other.speaker), i, j)
            for i, one in enumerate(expected)
            for j, (other, content) in enumerate(contents)
            if (likeness := overlap(one.content, content)) >= _SAME_CONTENT
        )

    @cached_property
    def _actor_names(self) -> dict[str, str]:
        return told_names(self.facts.actors)

    @cached_property
    def _matter_names(self) -> dict[str, str]:
        return told_names((*self.facts.territories, *self.facts.treaties))

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

    def _actor(self, name: str) -> str | None:
        """Return the found actor that a name in an annotation means."""
        if not self.annotation.is_marked:
            return self._actors.get(name)
        return resolve(name, self._actor_names) or likeliest(name, self.facts.actors)

    def _matter(self, name: str) -> str | None:
        """Return the found territory or treaty that a name in an annotation means."""
        if not self.annotation.is_marked:
            return self._matters.get(name)
        found: tuple[Territory | Treaty, ...] = (*self.facts.territories, *self.facts.treaties)
        return resolve(name, self._matter_names) or likeliest(name, found)

    def _is_actor(self, name: str | None, found: str) -> bool:
        return name is not None and (self._actor(name) == found or (self.annotation.is_marked and name == found))

    def _is_matter(self, name: str | None, found: str | None) -> bool:
        if name is None or found is None:
            return False
        return self._matter(name) == found or (self.annotation.is_marked and name == found)

    def has_same_territories(self, expected: AnnotatedStatement, found: Attribution) -> bool:
        """Say whether two statements are about the same, by and large."""
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
        evidence, is_matter = self.chars(found.evidence), self._is_matter(expected.target, found.target)
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
        return any(self.chars(one.mentions) & around for one in self.facts.actors if one.id == actor)

    def _pair_events(self, *, strictly: bool) -> Pairs:
        return best_pairs(
            (likeness, i, j)
            for i, expected in enumerate(self.annotation.events)
            for j, event in enumerate(self.events)
            if (likeness := self._event_likeness(expected, event, strictly=strictly)) is not None
        )

    def _event_likeness(self, expected: AnnotatedEvent, found: Event, *, strictly: bool) -> float | None:
        """Return how like two events are, None where they are not the same."""
        evidence = self.chars(found.evidence)
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


def _once(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(set(spans))
