"""The facts of articles scored against their annotations."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path, PurePath
from typing import Any

from kg.documents import Document, Span
from kg.evaluation.annotation import Annotation
from kg.evaluation.annotations import read_annotations
from kg.evaluation.calibration import Calibration, Judged
from kg.evaluation.comparison import Comparison
from kg.evaluation.entities import Pairs
from kg.evaluation.tally import KINDS, Error, Score, Scores
from kg.evaluation.telling import tell_unpaired, tell_wrong
from kg.facts import ArticleFacts

_Sides = tuple[Sequence[Any], Sequence[Any], Pairs]


def _statements(pairs: Callable[[Comparison], Pairs]) -> Callable[[Comparison], _Sides]:
    return lambda c: (c.annotation.statements, c.statements, pairs(c))


def _exact(part: str) -> Callable[[Comparison], _Sides]:
    def sides(comparison: Comparison) -> _Sides:
        expected, found = comparison.expected_spans(part), comparison.found_spans(part)
        places = {span: j for j, span in enumerate(found)}
        return expected, found, [(i, places[span]) for i, span in enumerate(expected) if span in places]

    return sides


# Where each kind's annotated facts, found facts and pairs stand.
_SIDES: dict[str, Callable[[Comparison], _Sides]] = {
    "territories": lambda c: (c.annotation.territories, c.facts.territories, c.territory_pairs),
    "actors": lambda c: (c.annotation.actors, c.facts.actors, c.actor_pairs),
    "treaties": lambda c: (c.annotation.treaties, c.facts.treaties, c.treaty_pairs),
    "statements": _statements(lambda c: c.statement_pairs),
    "speakers": _statements(lambda c: c.speaker_pairs),
    "modes": _statements(lambda c: c.mode_pairs),
    "sources": _statements(lambda c: c.source_pairs),
    "who_said_what": _statements(lambda c: c.attribution_pairs),
    "attitudes": lambda c: (c.annotation.attitudes, c.facts.attitudes, c.attitude_pairs),
    "positions": lambda c: (c.annotation.positions, c.facts.positions, c.position_pairs),
    "events": lambda c: (c.annotation.events, c.events, c.event_pairs),
    "events_strict": lambda c: (c.annotation.events, c.events, c.strict_event_pairs),
    "exact_source": _exact("source"),
    "exact_cue": _exact("cue"),
    "exact_content": _exact("content"),
}
# What a statement that was found can still be wrong in is told by itself, not as missed and made up.
_ASPECTS = ("speakers", "modes", "sources", "who_said_what")


def score_folder(folder: Path, facts: Iterable[ArticleFacts]) -> Scores:
    """Score the facts of articles against the annotations of a folder.

    An article belongs to the annotation of its file's name. Facts of other articles are passed over; an annotated
    article without facts counts as one in which nothing was found.

    Raises:
        EvaluationError: the annotations are missing or broken.
    """
    return score(read_annotations(folder), {PurePath(one.document.source).stem: one for one in facts})


def score(annotations: Sequence[Annotation], facts: Mapping[str, ArticleFacts]) -> Scores:
    """Score the facts of articles, by their annotations' names."""
    comparisons = [Comparison(one, facts.get(one.name) or _nothing(one)) for one in annotations]
    kinds = [kind for kind in KINDS if any(kind in one.scored for one in annotations)]
    return Scores(
        by_kind={kind: sum((_score(c, kind) for c in comparisons), Score()) for kind in kinds},
        speakers=sum((_speakers(c) for c in comparisons), Score()),
        wrong_spans=sum(
            one.text != c.annotation.text[one.start : one.end] for c in comparisons for one in _spans_of(c.facts)
        ),
        articles=tuple(one.name for one in annotations),
        unread=tuple(one.name for one in annotations if one.name not in facts),
        errors=tuple(error for kind in kinds for c in comparisons for error in _errors(c, kind)),
        calibration=Calibration(tuple(one for c in comparisons for one in _judged(c)), "speakers" in kinds),
    )


def _nothing(annotation: Annotation) -> ArticleFacts:
    return ArticleFacts(Document(key=annotation.name, source=annotation.name, text=annotation.text))


def _score(comparison: Comparison, kind: str) -> Score:
    expected, found, pairs = _SIDES[kind](comparison)
    return Score(len(pairs), len(expected), len(found))


def _speakers(comparison: Comparison) -> Score:
    return Score(len(comparison.speaker_pairs), len(comparison.statement_pairs), len(comparison.statement_pairs))


def _judged(comparison: Comparison) -> Iterator[Judged]:
    matched = {j for _, j in comparison.statement_pairs}
    right = {j for _, j in comparison.speaker_pairs}
    for place, statement in enumerate(comparison.statements):
        yield Judged(statement.confidence, place in matched, place in right)


def _errors(comparison: Comparison, kind: str) -> list[Error]:
    """Return what was missed, made up and wrong, in reading order; what has no place comes first."""
    expected, found, pairs = _SIDES["statements" if kind in _ASPECTS else kind](comparison)
    hit, given = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [one for i, one in enumerate(expected) if i not in hit]
    made_up = [one for j, one in enumerate(found) if j not in given]
    errors = [tell_unpaired(comparison, kind, one, is_missed=True) for one in missed]
    errors += [tell_unpaired(comparison, kind, one, is_missed=False) for one in made_up]
    if kind == "statements" or kind in _ASPECTS:
        errors += tell_wrong(comparison, kind)
    return sorted(errors, key=lambda error: error.line or 0)


def _spans_of(facts: ArticleFacts) -> Iterator[Span]:
    """Yield the spans in all fields of all facts of an article, in no set order."""
    left: list[object] = [getattr(facts, field.name) for field in fields(facts) if field.name != "document"]
    while left:
        value = left.pop()
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            left.extend(value)
        elif is_dataclass(value):
            left.extend(getattr(value, field.name) for field in fields(value))
