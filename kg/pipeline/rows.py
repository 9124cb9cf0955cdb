"""The facts of articles as rows of one table: a line a fact, for a reader at a terminal."""

from collections.abc import Iterator

from kg.documents import Span
from kg.facts import Actor, ArticleFacts, Attribution, Position, Territory, Treaty
from kg.query.answer import Answer, without_complementizer

COLUMNS = ("article", "kind", "who", "what", "about", "date", "words", "start")
_WORDS = 90  # characters of the words that a row shows

Row = tuple[str | int | None, ...]


def fact_table(facts: ArticleFacts) -> Answer:
    """Return the facts of an article as a table."""
    return Answer(COLUMNS, tuple(_rows(facts)))


def _rows(facts: ArticleFacts) -> Iterator[Row]:
    things: tuple[Actor | Territory | Treaty, ...] = (*facts.actors, *facts.territories, *facts.treaties)
    labels = {thing.id: thing.label for thing in things}

    def named(*ids: str | None) -> str:
        return ", ".join(labels.get(one, one) for one in ids if one)

    source = facts.document.source
    for actor in facts.actors:
        yield source, "actor", actor.label, _role(actor, named(actor.represents)), None, None, *_words(actor.mentions)
    for territory in facts.territories:
        yield source, "territory", territory.label, None, None, None, *_words(territory.mentions)
    for treaty in facts.treaties:
        yield source, f"{treaty.kind} treaty", treaty.label, None, None, _year(treaty.year), *_words(treaty.mentions)
    for said in (*facts.statements, *facts.attitudes):
        yield source, *_attribution(said, named(said.speaker), named(*said.about))
    for position in facts.positions:
        yield source, "position", named(position.holder), *_position(position, named(position.target))
    for event in facts.events:
        what = event.subtype or event.type
        rest = (named(*event.territories), _text(event.date), *_words(event.evidence))
        yield source, f"event, {event.status}", named(*event.participants), what, *rest
    for name in facts.names:
        who = named(name.speaker) or facts.document.publisher
        yield source, "name", who, name.form, named(name.territory), None, *_words(name.evidence)


def _attribution(said: Attribution, who: str, about: str) -> Row:
    cue = said.cue.text if said.cue else None
    return type(said).__name__.lower(), who, cue, about, _text(said.date), *_said(said.content)


def _position(position: Position, target: str) -> Row:
    about = target or (position.target_text.text if position.target_text else None)
    share = f" ({position.share:.0%})" if position.share is not None else ""
    return position.stance + share, about, _text(position.date), *_words(position.evidence)


def _role(actor: Actor, represented: str) -> str:
    return ", ".join(part for part in (actor.role, represented) if part) or actor.type


def _words(spans: tuple[Span, ...]) -> tuple[str, int | None]:
    return _shortened(_joined(spans)), (spans[0].start if spans else None)


def _said(content: tuple[Span, ...]) -> tuple[str, int]:
    return _shortened(without_complementizer(_joined(content))), content[0].start


def _joined(spans: tuple[Span, ...]) -> str:
    return " […] ".join(span.text for span in spans)


def _shortened(words: str) -> str:
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _year(year: int | None) -> str | None:
    return None if year is None else str(year)
