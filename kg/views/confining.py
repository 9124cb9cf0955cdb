"""Filters as a user types them, understood: which facts a page is confined to."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, get_args

from kg.errors import QueryError
from kg.ontology import concepts
from kg.query import ask, question
from kg.query.names import Kind, find_things, local_id, with_parts, with_voices
from kg.store import ArticleStore
from kg.views.model import Fact, FactKind, Filters

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Confine:
    """What facts must be about, whose they must be, which stance, when, and which facts; None confines nothing."""

    territories: Collection[str] | None = None
    actors: Collection[str] | None = None
    stance: str | None = None
    since: str | None = None
    until: str | None = None
    facts: Collection[str] | None = None

    @classmethod
    def from_filters(cls, store: ArticleStore, filters: Filters) -> Self:
        """Return the filters with every name found in the store.

        A territory stands for its parts too, a state for those who speak for it.

        Raises:
            UnknownNameError: a territory or an actor that is nowhere in the store.
            QueryError: a stance, a date or a question that is none, or a question that no facts answer.
        """
        return cls(
            _found(store, "territory", filters.territory, with_parts),
            _found(store, "actor", filters.actor, with_voices),
            _stance(filters.stance),
            _date("since", filters.since),
            _date("until", filters.until),
            _answering(store, filters),
        )

    def __bool__(self) -> bool:
        confining = (self.territories, self.actors, self.stance, self.since, self.until, self.facts)
        return any(one is not None for one in confining)

    def keeps(self, fact: Fact, date: str | None) -> bool:
        """Return whether a fact, which is of this date, passes."""
        return (
            (self.territories is None or any(one in self.territories for one in fact.about))
            and (self.actors is None or any(one in self.actors for one in fact.who))
            and (self.stance is None or fact.stance == self.stance)
            and (self.since is None or (date is not None and date[: len(self.since)] >= self.since[: len(date)]))
            and (self.until is None or (date is not None and date[: len(self.until)] <= self.until[: len(date)]))
            and (self.facts is None or fact.id in self.facts)
        )


def _found(
    store: ArticleStore,
    kind: Kind,
    name: str | None,
    widened: "Callable[[ArticleStore, Iterable[NamedNode]], tuple[NamedNode, ...]]",
) -> frozenset[str] | None:
    if name is None:
        return None
    return frozenset(local_id(store, thing.value) for thing in widened(store, find_things(store, kind, name)))


def _stance(name: str | None) -> str | None:
    if name is None:
        return None
    wanted, known = "-".join(name.casefold().split()), concepts("stances")
    if wanted not in known:
        raise QueryError(f"'{name}' is no stance; choose one of {', '.join(known)}")
    return wanted


def _date(name: str, date: str | None) -> str | None:
    if date is not None and not _DATE.fullmatch(date):
        raise QueryError(f"'{date}' is no date for --{name}; write 2019, 2019-01 or 2019-01-22")
    return date


def _answering(store: ArticleStore, filters: Filters) -> frozenset[str] | None:
    """Return the facts that answer the question; it gets those of the other filters that it has parameters for."""
    if filters.question is None:
        return None
    known = {one.name: getattr(filters, one.name, None) for one in question(filters.question).parameters}
    answer = ask(store, filters.question, {name: value for name, value in known.items() if value is not None})
    columns = [place for place, name in enumerate(answer.columns) if "fact" in name.split("_")]
    facts = frozenset(str(row[place]) for row in answer.rows for place in columns if row[place])
    if facts and not any(fact.partition("/")[0] in get_args(FactKind) for fact in facts):
        name = filters.question
        raise QueryError(f"the question {name} is answered with no facts that a page shows; ask it with kg ask {name}")
    return facts
