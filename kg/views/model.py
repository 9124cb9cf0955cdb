"""What a page shows, as plain values: who holds and says what about which territory, with the words of the articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.views.plain import is_latin

FactKind = Literal["position", "statement", "attitude", "event"]
Mark = Literal["", "words", "cue", "source"]
Segment = tuple[str, Mark]  # a piece of a sentence, and what it carries


@dataclass(frozen=True, slots=True)
class Filters:
    """What a page is confined to, as a user types it; a name that is None confines nothing.

    ``since`` and ``until`` are each a day, month or year: facts from then on or up to then, by their own date or their
    article's. ``question`` is a ready question, put with the other filters: the facts that it answers with.
    """

    territory: str | None = None
    actor: str | None = None
    stance: str | None = None
    since: str | None = None
    until: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a reader finds it again; ``url`` is an address of the web or None."""

    id: str
    title: str
    outlet: str | None
    date: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks or holds a position, and whom he or it speaks for."""

    id: str
    label: str
    type: str
    represents: str | None


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory with the names that parties have for it; ``point`` is longitude and latitude."""

    id: str
    label: str
    part_of: str | None
    point: tuple[float, float] | None
    names: tuple[tuple[str, str], ...]

    def called(self) -> dict[str, str]:
        """Return for each party one name that it has for the territory; one in Latin letters, if there is one."""
        by_party: dict[str, str] = {}
        for party, name in sorted(self.names, key=lambda one: not is_latin(one[1])):
            by_party.setdefault(party, name)
        return dict(sorted(by_party.items()))


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty that articles name, and how many do."""

    id: str
    label: str
    year: str | None
    kind: str
    articles: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A position, a statement or attitude, or an event, with the words that carry it.

    ``who`` are actors, ``about`` territories, ``target`` is what else it is about in words, ``detail`` the mode of a
    statement or the type and status of an event, ``role`` the role that the article gives the first of ``who``;
    ``speaker`` is who tells a position, where that is not its holder. ``start`` is where in the article it stands,
    ``spans`` are the places of the words that carry it, as start and end.
    """

    id: str
    kind: FactKind
    who: tuple[str, ...]
    about: tuple[str, ...]
    article: str
    passage: tuple[Segment, ...]
    stance: str | None = None
    target: str | None = None
    toward: str | None = None
    share: float | None = None
    role: str | None = None
    detail: str | None = None
    speaker: str | None = None
    start: int = 0
    date: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PageModel:
    """All that a page shows; ``untold`` counts the facts that concern no territory and no treaty.

    ``texts`` holds the whole texts of articles where they are asked for.
    """

    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    territories: Mapping[str, Territory]
    treaties: tuple[Treaty, ...]
    facts: tuple[Fact, ...]
    untold: int
    texts: Mapping[str, str] = field(default_factory=dict)

    def dates(self) -> tuple[str, str] | None:
        """Return the first and the last day on which an article was published; None where no article tells."""
        known = sorted(article.date for article in self.articles.values() if article.date)
        return (known[0], known[-1]) if known else None

    def side(self, actor: str) -> str:
        """Return the state or body that an actor speaks for in the end; itself if for none."""
        seen = [actor]
        while (known := self.actors.get(seen[-1])) and known.represents and known.represents not in seen:
            seen.append(known.represents)
        return seen[-1]

    def name(self, thing: str) -> str:
        """Return the label of an actor or a territory; its identifier where it has none."""
        known = self.actors.get(thing) or self.territories.get(thing)
        return known.label if known else thing

    def lineage(self, territory: str) -> Iterable[str]:
        """Yield a territory and what it is a part of, up to the whole."""
        seen: set[str] = set()
        place: str | None = territory
        while place and place not in seen:
            seen.add(place)
            yield place
            place = self.territories[place].part_of if place in self.territories else None
