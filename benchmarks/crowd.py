"""Invented quarrels of any size: what a page shows of so many places in articles, with no store or text behind it."""

import datetime
import random
from collections.abc import Iterator

from kg.views.model import Actor, Article, Fact, FactKind, PageModel, Territory, Treaty
from kg.views.stances import LOOKS, SPOKE, THINKS

STATES, OUTLETS = 24, 12
FIRST_DAY = datetime.date(2010, 1, 4)
KINDS: dict[FactKind, int] = {"statement": 55, "position": 30, "event": 12, "attitude": 3}
STANCES = [stance for stance in LOOKS if stance not in (SPOKE, THINKS)]
WORDS = "the islands were never given up and talks on a treaty will go on as long as both sides want them to".split()


class Crowd:
    """Makes up who says what, the same for the same number of places."""

    def __init__(self, count: int) -> None:
        self.chance = random.Random(count)  # noqa: S311 - seeded chance, to be had again; nothing secret
        self.count = count

    def model(self) -> PageModel:
        """Return what a page shows."""
        articles = {one.id: one for one in self.articles()}
        actors = {one.id: one for one in self.actors()}
        territories = {one.id: one for one in self.territories()}
        treaties = tuple(
            Treaty(f"treaty/{one}", f"Treaty of Port {one}", str(1900 + one), "concluded", 1) for one in range(9)
        )
        facts = [self.fact(number, list(articles), list(actors), list(territories)) for number in range(self.count)]
        return PageModel(
            articles, actors, territories, treaties, tuple(sorted(facts, key=lambda fact: fact.article)), 0
        )

    def articles(self) -> Iterator[Article]:
        """Yield articles of some outlets, over fourteen years."""
        for number in range(max(2, self.count // 10)):
            day = FIRST_DAY + datetime.timedelta(days=self.chance.randrange(5000))
            key, outlet = f"article/{number:05}", f"Outlet {number % OUTLETS}"
            yield Article(key, f"Talks on port {number}", outlet, day.isoformat(), f"https://outlet.example/{number}")

    def actors(self) -> Iterator[Actor]:
        """Yield states, and persons who speak for them."""
        for number in range(STATES):
            yield Actor(f"state/S{number:02}", f"Republic {number}", "state", None)
        for number in range(self.count // 8):
            state = f"state/S{self.chance.randrange(STATES):02}"
            yield Actor(f"person/{number:05}", f"Ivana Petrova {number}", "person", state)

    def territories(self) -> Iterator[Territory]:
        """Yield territories, of five the first the whole of the others."""
        for number in range(max(4, self.count // 70)):
            whole = number - number % 5
            point = (self.chance.uniform(-170, 170), self.chance.uniform(-50, 70))
            names = ((f"state/S{number % STATES:02}", f"Stone Isle {number}"),)
            part_of = f"territory/{whole:04}" if whole != number else None
            yield Territory(f"territory/{number:04}", f"Coral Reef {number}", part_of, point, names)

    def fact(self, number: int, articles: list[str], actors: list[str], territories: list[str]) -> Fact:
        """Return a fact; few speak often, and of few territories much is said."""
        kind = self.chance.choices(list(KINDS), list(KINDS.values()))[0]
        who, about = self.often(actors), self.often(territories)
        words = " ".join(self.chance.sample(WORDS, 12))
        passage = ((f"Petrova said on Monday, place {number}, that ", ""), (words, "words"), (".", ""))
        return Fact(
            f"{kind}/{number:06}",
            kind,
            (who,),
            (about,),
            self.chance.choice(articles),
            passage,  # type: ignore[arg-type] # the marks are literals
            stance=self.chance.choice(STANCES) if kind == "position" else None,
            detail="meeting, happened" if kind == "event" else None,
            role="minister" if who.startswith("person") else None,
        )

    def often(self, things: list[str]) -> str:
        """Return one of the things, the first ones much more often than the last."""
        return things[int(len(things) * self.chance.random() ** 3)]
