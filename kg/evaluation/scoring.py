"""The facts of articles scored against a folder of annotations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path, PurePath
from typing import Any

from kg.documents import Document, Span
from kg.evaluation.annotations import (
    AnnotatedEvent,
    AnnotatedPosition,
    AnnotatedStatement,
    Annotation,
    Entity,
    read_annotations,
)
from kg.evaluation.comparison import Comparison, Pairs
from kg.evaluation.tally import KINDS, Error, Score, Scores
from kg.facts import Actor, ArticleFacts, Event, Position, Statement, Territory, Treaty

_Sides = tuple[Sequence[Any], Sequence[Any], Pairs]

# Where each kind's annotated facts, found facts and pairs stand.
_SIDES: dict[str, Callable[[Comparison], _Sides]] = {
    "territories": lambda c: (c.annotation.territories, c.facts.territories, c.territory_pairs),
    "actors": lambda c: (c.annotation.actors, c.facts.actors, c.actor_pairs),
    "treaties": lambda c: (c.annotation.treaties, c.facts.treaties, c.treaty_pairs),
    "statements": lambda c: (c.annotation.statements, c.facts.statements, c.statement_pairs),
    "who_said_what": lambda c: (c.annotation.statements, c.facts.statements, c.attribution_pairs),
    "positions": lambda c: (c.annotation.positions, c.facts.positions, c.position_pairs),
    "events": lambda c: (c.annotation.events, c.events, c.event_pairs),
    "events_strict": lambda c: (c.annotation.events, c.events, c.strict_event_pairs),
}


def score_folder(folder: Path, facts: Iterable[ArticleFacts]) -> Scores:
    """Score the facts of articles against the annotations of a folder.

    An article belongs to the annotation of its file's name. Facts of other articles are passed over; an annotated
    article without facts counts as one in which nothing was found.

    Raises:
        EvaluationError: the annotations are missing or broken.
    """
    annotations = read_annotations(folder)
    given = {PurePath(one.document.source).stem: one for one in facts}
    comparisons = [Comparison(one, given.get(one.name) or _nothing(one)) for one in annotations]
    return Scores(
        by_kind={kind: sum((_score(c, kind) for c in comparisons), Score()) for kind in KINDS},
        speakers=sum((_speakers(c) for c in comparisons), Score()),
        wrong_spans=sum(_wrong_spans(c.facts, c.annotation.text) for c in comparisons),
        articles=tuple(one.name for one in annotations),
        unread=tuple(one.name for one in annotations if one.name not in given),
        errors=tuple(error for kind in KINDS for c in comparisons for error in _errors(c, kind)),
    )


def _nothing(annotation: Annotation) -> ArticleFacts:
    return ArticleFacts(Document(key=annotation.name, source=annotation.name, text=annotation.text))


def _score(comparison: Comparison, kind: str) -> Score:
    expected, found, pairs = _SIDES[kind](comparison)
    return Score(len(pairs), len(expected), len(found))


def _speakers(comparison: Comparison) -> Score:
    return Score(len(comparison.speaker_pairs), len(comparison.statement_pairs), len(comparison.statement_pairs))


def _errors(comparison: Comparison, kind: str) -> Iterator[Error]:
    """Yield what was missed, then what was made up."""
    expected, found, pairs = _SIDES[kind](comparison)
    for is_missed, facts, hit in ((True, expected, {i for i, _ in pairs}), (False, found, {j for _, j in pairs})):
        for place, fact in enumerate(facts):
            if place not in hit:
                yield Error(kind, comparison.annotation.name, _tell(fact), is_missed)


def _tell(fact: object) -> str:
    """Return a fact in a few words."""
    match fact:
        case Entity():
            return fact.name
        case Actor() | Territory() | Treaty():
            return f"{fact.label} ({fact.id})"
        case AnnotatedStatement():
            return f"{fact.speaker}: {fact.words} [{', '.join(fact.about)}]"
        case Statement():
            return f"{fact.speaker}: {_words(fact.content)} [{', '.join(fact.about)}]"
        case AnnotatedPosition():
            return f"{fact.holder} {fact.stance} {fact.target} toward {fact.toward}: {fact.words}"
        case Position():
            target = fact.target or (fact.target_text.text if fact.target_text else None)
            return f"{fact.holder} {fact.stance} {target} toward {fact.toward}: {_words(fact.evidence)}"
        case AnnotatedEvent():
            return f"{fact.type} {fact.date} [{', '.join(fact.participants)}]: {fact.words}"
        case Event():
            return f"{fact.type} {fact.date} [{', '.join(fact.participants)}]: {_words(fact.evidence)}"
    raise TypeError(f"{type(fact).__name__} is no fact")


def _words(spans: Iterable[Span]) -> str:
    return " ".join(" ".join(span.text.split()) for span in spans)


def _wrong_spans(value: object, text: str) -> int:
    """Count the spans within a value whose text is not what stands at their place."""
    if isinstance(value, Span):
        return int(text[value.start : value.end] != value.text)
    if isinstance(value, tuple):
        return sum(_wrong_spans(one, text) for one in value)
    if isinstance(value, Document) or not is_dataclass(value):
        return 0
    return sum(_wrong_spans(getattr(value, field.name), text) for field in fields(value))
