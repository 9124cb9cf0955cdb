"""Positions: who stands where on which territory, treaty, proposal or act."""

from collections.abc import Iterable, Iterator

from kg.documents import Span
from kg.extraction import Article, extractor
from kg.extraction.identifiers import slug
from kg.extraction.stances import Stand, read_stands
from kg.facts import Attitude, Position, Statement, Territory, Treaty, fact_id

Key = tuple[str, str, str, str | None]


@extractor(finds=Position, needs=(Statement, Attitude, Territory, Treaty))
def positions(article: Article) -> Iterator[Position]:
    """Yield the positions of an article, each once: where several places tell the same one, all are its evidence.

    Questions, conditions and what is long past take no position; a claim is its holder's, never the territory's.
    """
    for stands in _gathered(article):
        yield _position(article, sorted(stands, key=lambda one: -one.confidence))


def _gathered(article: Article) -> Iterable[list[Stand]]:
    """Return the stands that say the same; one that leaves the other side open joins one that names it."""
    found: dict[Key, list[Stand]] = {}
    for stand in read_stands(article):
        found.setdefault(_key(stand), []).append(stand)
    for key in [key for key in found if key[3] is None]:
        fuller = next((other for other in found if other[:3] == key[:3] and other[3] is not None), None)
        if fuller:
            found[fuller].extend(found.pop(key))
    return found.values()


def _key(stand: Stand) -> Key:
    thing = stand.thing
    return stand.holder, stand.stance, thing.id or (slug(thing.text.text) if thing.text else ""), stand.toward


def _position(article: Article, stands: list[Stand]) -> Position:
    best = stands[0]
    statement = _statement(article, best)
    return Position(
        id=fact_id(article.document, "position", *_key(best)),
        holder=best.holder,
        stance=best.stance,
        evidence=tuple(dict.fromkeys(one.evidence for one in stands)),
        target=best.thing.id,
        target_text=None if best.thing.id else best.thing.text,
        toward=best.toward,
        statement=statement.id if statement else None,
        share=best.share,
        date=statement.date if statement else None,
        confidence=best.confidence,
    )


def _statement(article: Article, stand: Stand) -> Statement | None:
    """Return the statement that a stance is taken in, the innermost; else the one whose cue tells it."""
    statements = article.facts(Statement)
    within = [one for one in statements if any(_holds(span, stand.at) for span in one.content)]
    if within:
        return min(within, key=lambda one: (one.speaker != stand.holder, sum(map(len, one.content))))
    cued = [one for one in statements if one.cue and _holds(one.cue, stand.at) and one.speaker == stand.holder]
    return cued[0] if cued else None


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
