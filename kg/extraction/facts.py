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
        layer_of=identify(article, layer, layer.speakers[0]) if layer and layer.speakers and not layer.attitude else None,
        confidence=draft.confidence,
    )


def about(article: Article, content: list[Span]) -> tuple[str, ...]:
    """Return the territories that words concern: those they name, else their sentence names, else the article's dispute.

    The dispute of the article is the territory that it names most; it is taken where the words are about disputes at all.
    """
    territories = article.facts(Territory)
    named = _named(territories, content)
    if named:
        return named
    sentences = [sentence for span in content for sentence in article.sentences_of(span)]
    around = _named(territories, sentences)
    if around:
        return around
    if territories and any(_concerns_dispute(span.text) for span in content):
        main = max(territories, key=lambda territory: (len(territory.mentions), -territory.mentions[0].start))
        return (main.id,)
    return ()


def _named(territories: tuple[Territory, ...], spans: list[Span]) -> tuple[str, ...]:
    return tuple(one.id for one in territories if any(span.overlaps(mention) for mention in one.mentions for span in spans))


def _concerns_dispute(text: str) -> bool:
    vocabulary = words("dispute-words")
    return any(word.strip("\"'“”‘’.,;:()").lower() in vocabulary for word in text.split())


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


