"""What was missed, made up or wrong, told so that it can be looked up: article, line, words, speaker."""

from collections.abc import Iterable, Iterator

from kg.evaluation.annotation import AnnotatedEvent, AnnotatedPosition, AnnotatedStatement, Entity
from kg.evaluation.comparison import Comparison
from kg.evaluation.tally import Error
from kg.evaluation.words import Chars, line_of, words_at
from kg.facts import Actor, Attribution, Event, Position, Territory, Treaty
from kg.query.answer import without_complementizer

_NOBODY = "nobody named"


def tell_unpaired(comparison: Comparison, kind: str, fact: object, *, is_missed: bool) -> Error:
    """Return an error for a fact that has no partner on the other side."""
    return _error(comparison, kind, "missed" if is_missed else "made up", fact)


def tell_wrong(comparison: Comparison, kind: str) -> Iterator[Error]:
    """Yield an error for each statement that was found, but not as it should be; both readings are told."""
    for i, j in comparison.statement_pairs:
        expected, found = comparison.annotation.statements[i], comparison.statements[j]
        for what, right, given in _differences(comparison, kind, expected, found, (i, j)):
            yield _error(comparison, kind, what, found, f"found {given or 'none'}, expected {right or 'none'}; ")


def _differences(
    comparison: Comparison, kind: str, expected: AnnotatedStatement, found: Attribution, pair: tuple[int, int]
) -> Iterator[tuple[str, str | None, str]]:
    has_speakers = "speakers" in comparison.annotation.scored
    if kind in ("statements", "speakers", "who_said_what") and has_speakers and pair not in comparison.speaker_pairs:
        yield "wrong speaker", expected.speaker or _NOBODY, comparison.label(found.speaker)
    if kind == "who_said_what" and not comparison.has_same_territories(expected, found):
        yield "wrong territory", ", ".join(expected.about), ", ".join(comparison.labels(found.about))
    if kind == "modes" and pair not in comparison.mode_pairs:
        yield "wrong mode", expected.mode, found.mode
    if kind == "sources" and pair not in comparison.source_pairs:
        source = words_at(comparison.annotation.text, expected.source)
        yield "wrong source", source, found.source.text if found.source else "none"


def _error(comparison: Comparison, kind: str, what: str, fact: object, before: str = "") -> Error:
    text, chars = comparison.annotation.text, _place(comparison, fact)
    return Error(kind, comparison.annotation.name, line_of(text, chars), what, before + _tell(comparison, fact))


def _place(comparison: Comparison, fact: object) -> Chars:
    """Return the characters by which a fact is looked up; none where the annotation does not tell them."""
    match fact:
        case AnnotatedStatement():
            return fact.content
        case Attribution():
            return comparison.chars(fact.content)
        case AnnotatedPosition() | AnnotatedEvent():
            return fact.evidence
        case Actor() | Territory() | Treaty() | Position() | Event():
            return comparison.chars(fact.evidence[:1])
        case Entity() if fact.mentions:
            start = comparison.annotation.text.find(fact.mentions[0])
            return frozenset({start}) if start >= 0 else frozenset()
        case (int() as start, int()):
            return frozenset({start})
    return frozenset()


def _tell(comparison: Comparison, fact: object) -> str:
    """Return a fact in a few words."""
    text = comparison.annotation.text
    match fact:
        case Entity():
            return fact.name
        case Actor() | Territory() | Treaty():
            return f"{fact.label} ({fact.id})"
        case AnnotatedStatement():
            return _said(fact.speaker or _NOBODY, words_at(text, fact.cue), fact.words, fact.about)
        case Attribution():
            cue = " ".join(fact.cue.text.split()) if fact.cue else ""
            words = without_complementizer(words_at(text, comparison.chars(fact.content)))
            return _said(comparison.label(fact.speaker), cue, words, comparison.labels(fact.about))
        case AnnotatedPosition():
            return _held(fact.holder, fact.stance, fact.target, fact.toward, fact.words)
        case Position():
            target = comparison.labels([fact.target])[0] if fact.target else None
            target = target or (fact.target_text.text if fact.target_text else None)
            toward = comparison.label(fact.toward) if fact.toward else None
            words = words_at(text, comparison.chars(fact.evidence))
            return _held(comparison.label(fact.holder), fact.stance, target, toward, words)
        case AnnotatedEvent():
            return f"{fact.type} {fact.date} [{', '.join(fact.participants)}]: {fact.words}"
        case Event():
            who = ", ".join(map(comparison.label, fact.participants))
            return f"{fact.type} {fact.date} [{who}]: {words_at(text, comparison.chars(fact.evidence))}"
        case (int() as start, int() as end):
            return " ".join(text[start:end].split())
    raise TypeError(f"{type(fact).__name__} is no fact")


def _said(speaker: str, cue: str, words: str, about: Iterable[str]) -> str:
    told = ", ".join(about)
    return f"{speaker} ({cue or 'no cue'}): {words}" + (f" [{told}]" if told else "")


def _held(holder: str, stance: str, target: str | None, toward: str | None, words: str) -> str:
    return f"{holder} {stance} {target or 'nothing named'}" + (f" toward {toward}" if toward else "") + f": {words}"
