"""Whether words tell what happens in another land than the one that an article is about."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.documents import Span
from kg.extraction.article import Article
from kg.extraction.lexicons import words
from kg.extraction.words import Word, first_from
from kg.gazetteer import Name

_WHERE = frozenset({"in", "into", "at", "inside"})
_INTO = frozenset({"into", "inside"})
_INVADING = frozenset({"invade", "invades", "invaded", "invading"})
_RULING = frozenset({"government", "authorities", "leadership", "leaders", "officials", "rulers"})
_SIDES = 2


def is_elsewhere(article: Article, content: Sequence[Span], territory: str) -> bool:
    """Say whether words with no word of disputes tell what happens in a state ("go into Ukraine", "invade it").

    Not where they name two further parties to the territory, so that they speak of what is between these.
    """
    runs = [run for span in content if (run := _words_of(article, span))]
    if any(word.lower in words("dispute-words") for run in runs for word in run):
        return False
    named = [(run, at, name) for run in runs for at, name in _states(article, run)]
    entry = article.gazetteer.entries.get(territory)
    parties = {*entry.claimants, *entry.administered_by} if entry else set()
    is_on_topic = article.topics.concern_dispute(content)
    places = {
        name.entry.id
        for run, at, name in named
        if _is_where(run, at, is_party=name.entry.id in parties and (name.sense == "name" or is_on_topic))
    }
    return bool(places) and len(({name.entry.id for _, _, name in named} & parties) - places) < _SIDES


def _words_of(article: Article, span: Span) -> tuple[Word, ...]:
    """Return the words of a span, as far as its first paragraph goes."""
    place = bisect_right(article.scenes, span.start, key=lambda scene: scene.paragraph.start) - 1
    text = article.scenes[place].words if place >= 0 else ()
    return text[first_from(text, span.start) : first_from(text, span.end)]


def _states(article: Article, run: tuple[Word, ...]) -> Iterator[tuple[int, Name]]:
    """Yield the states that words name, also by a capital or seat, with the index of the first word."""
    for match in article.matches_in(run):
        name = article.cast.meanings.choose(match.names, ("state",))
        if name and name.sense in {"name", "metonym"}:
            yield first_from(run, match.span.start), name


def _is_where(run: tuple[Word, ...], at: int, *, is_party: bool) -> bool:
    """Say whether a name is the place of something, or what is invaded; a place that opens the words frames them.

    What is "in" a party to the dispute may well be of that, in its capital only where the paragraph speaks of disputes;
    what goes "into" one is of another war.
    """
    if at and run[at - 1].lower == "the":
        at -= 1
    before = [word.lower for word in run[max(at - 2, 0) : at]]
    if not before:
        return False
    if before[-1] in _INVADING or before == ["invasion", "of"]:
        return True
    where = _INTO if is_party else _WHERE
    return len(before) > 1 and before[-1] in where and before[0] not in _RULING
