"""Events of PLOVER's types that an article tells: what happened, is planned, was called off or is denied."""

from collections.abc import Iterator

from kg.extraction import Article, extractor
from kg.extraction.happenings import Happening, read_happenings
from kg.extraction.topics import speaks_of_dispute
from kg.extraction.words import DETERMINERS
from kg.facts import Event, Statement, Territory, fact_id

_HELD = frozenset({"detention", "eviction", "release"})
_COUNTING = frozenset("about almost around at dozen few hundred least more nearly over than thousand to up".split())
_SURE, _UNSURE = 0.8, 0.6


@extractor(finds=Event, needs=(Territory, Statement))
def events(article: Article) -> Iterator[Event]:
    """Yield the events that titles and body tell, each once; a plain speech act is none."""
    happenings = list(read_happenings(article))
    anybody = set(_anybody(article))
    for one in happenings:
        yield Event(
            id=fact_id(article.document, "event", one.type, one.subtype, one.evidence[0].start, one.evidence[0].end),
            type=one.type,
            status=one.status,
            evidence=one.evidence,
            subtype=one.subtype or None,
            date=one.date,
            participants=_told(one, anybody),
            place=one.place,
            territories=_territories(article, one),
            confidence=_SURE if one.participants and one.date else _UNSURE,
        )


def _told(one: Happening, anybody: set[str]) -> tuple[str, ...]:
    """Return who takes part; of groups of whom nothing is told only those who are held or let go."""
    if one.subtype in _HELD:
        return one.participants
    return tuple(actor for actor in one.participants if actor not in anybody)


def _anybody(article: Article) -> Iterator[str]:
    """Yield the groups of whom the article tells no more than what or how many they are ("50 people"), and no words."""
    speakers = {one.speaker for one in article.facts(Statement)}
    for actor, member in article.cast.members.items():
        is_unnamed = member.type == "group" and _is_bare(member.label)
        if is_unnamed and not member.represents and actor not in speakers:
            yield actor


def _is_bare(label: str) -> bool:
    """Say whether a label is a noun in small letters behind nothing but numbers.

    >>> _is_bare("some 40 people"), _is_bare("Kenyan nurses"), _is_bare("striking nurses")
    (True, False, False)
    """
    *before, noun = label.lower().split()
    counted = all(word[0].isdigit() or word in DETERMINERS or word in _COUNTING for word in before)
    return noun.isalpha() and label.split()[-1].islower() and counted


def _territories(article: Article, one: Happening) -> tuple[str, ...]:
    """Return the territories named in the words that tell it, else in the sentence around them, else the article's.

    The latter only where the sentence speaks of disputes: "talks on a peace treaty", "annexed the land".
    """
    for spans in (one.evidence, (one.scope,)):
        named = tuple(
            territory.id
            for territory in article.facts(Territory)
            if any(span.overlaps(mention) for mention in territory.mentions for span in spans)
        )
        if named:
            return named
    return article.topics.of_article(one.evidence) if speaks_of_dispute(one.scope) else ()
