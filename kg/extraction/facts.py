"""From attributions as read to facts: one for each speaker, with what it is about and when it was said."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from kg.dates import PartialDate
from kg.documents import Span
from kg.extraction.article import Article
from kg.extraction.attribution import Draft
from kg.extraction.coreference import Member
from kg.extraction.elsewhere import is_elsewhere
from kg.extraction.overlaps import Overlaps
from kg.facts import Attitude, Attribution, fact_id
from kg.language.dates import find_dates

A = TypeVar("A", bound=Attribution)


def attributed(article: Article, kind: type[A]) -> Iterator[A]:
    """Yield the facts of one kind, statements or attitudes, for the article's attributions."""
    layers: dict[int, str] = {}
    for draft in article.attributions:
        outer = draft.layer
        if outer and outer.speakers and not outer.attitude and id(outer) not in layers:
            layers[id(outer)] = identify(article, outer, outer.speakers[0])
        if draft.attitude == (kind is Attitude):
            yield from _facts(article, kind, draft, layers.get(id(outer)))


def identify(article: Article, draft: Draft, speaker: str) -> str:
    """Return the identifier of an attribution: who speaks, and where what is said stands."""
    place = ",".join(f"{span.start}-{span.end}" for span in draft.content)
    return fact_id(article.document, "attitude" if draft.attitude else "statement", speaker, place)


def about(article: Article, draft: Draft) -> tuple[str, ...]:
    """Return the territories that an attribution concerns: by its words, its sentences, or the article's dispute."""
    topics = article.topics
    named = topics.named_in(draft.content, tuple(_outside_others(article, draft)))
    if named or not topics.main:
        return named
    if other := topics.near_of_party(draft.content, _states_of(article, draft.speakers)):
        return other
    is_away = all(is_elsewhere(article, draft.content, main) for main in topics.main)
    return () if is_away else topics.of_article(draft.content)


def _outside_others(article: Article, draft: Draft) -> Iterator[Span]:
    """Yield the sentences of an attribution without what else is said there: the next speaker's words are not his."""
    own = Overlaps(draft.content)
    for sentence in (one for span in draft.content for one in article.sentences_of(span)):
        at = sentence.start
        for other in sorted({one for one in article.content_in(sentence) if not own.with_span(one)}):
            if at < other.start < sentence.end:
                yield article.document.span(at, other.start)
            at = max(at, other.end)
        if at < sentence.end:
            yield article.document.span(at, sentence.end)


def _states_of(article: Article, speakers: Sequence[str]) -> frozenset[str]:
    """Return the states that speakers are or speak for."""
    members = [article.cast.members[one] for one in speakers if one in article.cast.members]
    return frozenset(state for one in members for state in _states_behind(article, one))


def _states_behind(article: Article, member: Member) -> Iterator[str]:
    """Yield the state that a member is or speaks for, else those that a body bears in its name ("Chinese Navy")."""
    if member.type == "state" or member.represents:
        yield member.represents or member.id
    elif member.type == "organization":
        for word in member.label.split():
            yield from (name.entry.id for name in article.gazetteer.lookup(word) if name.entry.kind == "state")


def main_territory(article: Article) -> tuple[str, ...]:
    """Return the territory that an article is about, or the two that it names together."""
    return article.topics.main


def said_on(article: Article, draft: Draft) -> PartialDate | None:
    """Return the day of saying: the first day in the frame around the words; None where that names none."""
    published = article.document.published
    dates = (day for span in _frame(article, draft) for _, _, day in find_dates(span.text, published, tense="past"))
    return next((day for day in dates if day and day.precision == "day"), None)


def _facts(article: Article, kind: type[A], draft: Draft, layer: str | None) -> Iterator[A]:
    topics, date = about(article, draft), said_on(article, draft)
    for speaker in draft.speakers:
        yield kind(
            id=identify(article, draft, speaker),
            speaker=speaker,
            content=tuple(draft.content),
            mode=draft.mode,
            source=draft.source,
            cue=draft.cue,
            about=topics,
            date=date,
            addressee=draft.addressee,
            layer_of=layer,
            confidence=draft.confidence,
        )


def _frame(article: Article, draft: Draft) -> Iterator[Span]:
    """Yield the parts of the cue's sentence that are not said."""
    content = sorted(draft.content)
    for sentence in article.sentences_of(draft.cue) if draft.cue else ():
        at = sentence.start
        for span in content:
            if at < span.start < sentence.end:
                yield article.document.span(at, span.start)
            at = max(at, span.end)
        if at < sentence.end:
            yield article.document.span(at, sentence.end)
