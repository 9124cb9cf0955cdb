"""From attributions as read to facts: one for each speaker, with what it is about and when it was said."""

from collections.abc import Iterator
from typing import TypeVar

from kg.dates import PartialDate
from kg.documents import Span
from kg.extraction.article import Article
from kg.extraction.attribution import Draft
from kg.extraction.lexicons import words
from kg.facts import Attitude, Attribution, Territory, fact_id
from kg.language.dates import find_dates

_KEEPS_TO = 0.3  # so many of the paragraphs name a territory in an article that is about one
_MOST = 0.6  # so much of the mentions makes a part, rather than the whole, what an article is about

A = TypeVar("A", bound=Attribution)


def attributed(article: Article, kind: type[A]) -> Iterator[A]:
    """Yield the facts of one kind, statements or attitudes, for the article's attributions."""
    wanted = kind is Attitude
    for draft in article.attributions:
        if draft.attitude == wanted:
            for speaker in draft.speakers:
                yield _fact(article, kind, draft, speaker)


def identify(article: Article, draft: Draft, speaker: str) -> str:
    """Return the identifier of an attribution: who speaks, and where what is said stands."""
    place = ",".join(f"{span.start}-{span.end}" for span in draft.content)
    return fact_id(article.document, "attitude" if draft.attitude else "statement", speaker, place)


def _fact(article: Article, kind: type[A], draft: Draft, speaker: str) -> A:
    layer = draft.layer
    return kind(
        id=identify(article, draft, speaker),
        speaker=speaker,
        content=tuple(draft.content),
        mode=draft.mode,
        source=draft.source,
        cue=draft.cue,
        about=about(article, draft.content),
        date=said_on(article, draft),
        addressee=draft.addressee,
        layer_of=identify(article, layer, layer.speakers[0])
        if layer and layer.speakers and not layer.attitude
        else None,
        confidence=draft.confidence,
    )


def about(article: Article, content: list[Span]) -> tuple[str, ...]:
    """Return the territories that words concern: those they name, else the territory that the article is about.

    The latter in an article that keeps to a territory, or where the paragraph names one or speaks of disputes at all.
    """
    named = _named(article.facts(Territory), content)
    if named:
        return named
    bodies = [paragraph.block.span for paragraph in article.analysis.paragraphs if paragraph.block.kind == "body"]
    around = [body for body in bodies if any(body.overlaps(span) for span in content)]
    if _keeps_to_territories(article, bodies) or any(_concerns_dispute(article, body) for body in around):
        return main_territory(article)
    return ()


def _keeps_to_territories(article: Article, bodies: list[Span]) -> bool:
    """Say whether so many paragraphs name a territory that the article is about little else."""
    naming = [body for body in bodies if _named(article.facts(Territory), [body])]
    return len(naming) > _KEEPS_TO * len(bodies)


def main_territory(article: Article) -> tuple[str, ...]:
    """Return the territory that an article is about: the smallest with most of the mentions, its parts' among them."""
    territories = article.facts(Territory)
    lines = {one.id: _line(article, one.id) for one in territories}
    weight = {
        one.id: sum(len(other.mentions) for other in territories if one.id in lines[other.id]) for one in territories
    }
    heavy = [one for one in territories if weight[one.id] >= _MOST * max(weight.values())]
    best = max(heavy, key=lambda one: (len(lines[one.id]), weight[one.id]), default=None)
    return (best.id,) if best else ()


def _line(article: Article, ident: str) -> list[str]:
    """Return a territory with all that it is part of, the smallest first."""
    line: list[str] = []
    entry = article.gazetteer.entries.get(ident)
    while entry is not None and entry.id not in line:
        line.append(entry.id)
        entry = article.gazetteer.entries.get(entry.part_of or "")
    return line or [ident]


def _named(territories: tuple[Territory, ...], spans: list[Span]) -> tuple[str, ...]:
    return tuple(
        one.id for one in territories if any(span.overlaps(mention) for mention in one.mentions for span in spans)
    )


def _concerns_dispute(article: Article, span: Span) -> bool:
    vocabulary = words("dispute-words")
    spoken = any(word.strip("\"'“”‘’.,;:()").lower() in vocabulary for word in span.text.split())
    return spoken or bool(_named(article.facts(Territory), [span]))


def said_on(article: Article, draft: Draft) -> PartialDate | None:
    """Return the day of saying: a date in the frame around the words, else the day of publication."""
    published = article.document.published
    frame = _frame(article, draft)
    for span in frame:
        for start, end, day in find_dates(span.text, published, tense="past"):
            if day is not None and end > start and len(day.iso) == len("2019-01-22"):
                return day
    return None


def _frame(article: Article, draft: Draft) -> list[Span]:
    """Return the parts of the cue's sentence that are not said."""
    if draft.cue is None:
        return []
    pieces: list[Span] = []
    for sentence in article.sentences_of(draft.cue):
        at = sentence.start
        for span in sorted(draft.content):
            if span.start > at and span.start < sentence.end:
                pieces.append(article.document.span(at, span.start))
            at = max(at, span.end)
        if at < sentence.end:
            pieces.append(article.document.span(at, sentence.end))
    return pieces
