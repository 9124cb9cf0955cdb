"""Corrections that say who is one and who is not, understood: identifiers that users see become units."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.corrections import APART, SAME, Correction, Misfit
from kg.identity.candidates import Pair
from kg.identity.careers import careers
from kg.identity.sightings import Dataset, Sighting, article_of
from kg.identity.units import Unit, units_of

_CURE = "kg show and kg review tell identifiers"
_KINDS_OF_TABLES = {
    "state": "Organization",
    "organization": "Organization",
    "territory": "Territory",
    "treaty": "Treaty",
}
_FEWEST = 6  # letters of an article's hash that name it


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is one already, which units corrections make one or keep apart, by pair with the place of the row."""

    units: tuple[Unit, ...]
    same: dict[Pair, str] = field(default_factory=dict)
    apart: dict[Pair, str] = field(default_factory=dict)


def decide(seen: Dataset, corrections: Iterable[Correction]) -> tuple[Decisions, list[Misfit]]:
    """Return the decisions that corrections make on a dataset, and the rows that do not fit it."""
    decided = [one for one in corrections if one.kind in (SAME, APART)]
    sightings, misfits = list(seen.sightings()), []
    split = dict(_split(decided, sightings))
    named = units_of(sightings, seen.state_of_form, split=frozenset(split.values()))
    naming = _Naming(seen, (unit for one in named for unit in careers(one)))
    same: dict[Pair, str] = {}
    apart: dict[Pair, str] = {}
    for one in decided:
        if one in split:
            continue
        found = naming.pair(one)
        if isinstance(found, Misfit):
            misfits.append(found)
        else:
            (same if one.kind == SAME else apart)[found] = one.place
    return Decisions(tuple(naming.units.values()), same, apart), misfits


def _split(
    decided: Iterable[Correction], sightings: Iterable[Sighting]
) -> Iterator[tuple[Correction, tuple[str, str]]]:
    """Yield the corrections that tell a namesake in one article, with its identifier and the article's hash."""
    articles: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        articles[sighting.id].add(article_of(sighting.graph))
    for one in decided:
        name = one.value.removeprefix("article/")
        found = [article for article in articles[one.thing] if article.startswith(name)] if len(name) >= _FEWEST else []
        if one.kind == APART and len(found) == 1:
            yield one, (one.thing, found[0])


class _Naming:
    """Finds units by the identifiers that a table gives."""

    def __init__(self, seen: Dataset, units: Iterable[Unit]) -> None:
        self.seen = seen
        self.units = {unit.id: unit for unit in units}
        self._by_sighting: dict[str, set[str]] = defaultdict(set)
        for unit in self.units.values():
            for sighting in unit.sightings:
                self._by_sighting[sighting.id].add(unit.id)

    def pair(self, correction: Correction) -> Pair | Misfit:
        found = [self.find(name) for name in (correction.thing, correction.value)]
        for name, units in zip((correction.thing, correction.value), found, strict=True):
            if len(units) != 1:
                several = f"is {len(units)} things: {', '.join(sorted(units)[:4])}"
                reason = several if units else "is nothing that the store tells apart from others"
                return Misfit(correction.place, f"names '{name}', which {reason}", _CURE)
        (one,), (other,) = found
        if problem := self.problem(one, other, correction):
            return Misfit(correction.place, problem, _CURE)
        return (one, other) if one < other else (other, one)

    def find(self, name: str) -> set[str]:
        name = name.removeprefix(self.seen.base)
        if name in self.units:
            return {name}
        if name in self._by_sighting:
            return self._by_sighting[name]
        try:
            node = NamedNode(self.seen.base + name)
        except ValueError:
            return set()
        if not self.seen.is_in_tables(node):
            return set()
        self.units[name] = Unit(name, (), self.seen.label_in_tables(node))
        return {name}

    def problem(self, one: str, other: str, correction: Correction) -> str | None:
        kinds = [_kind(self.units[ident]) for ident in (one, other)]
        if one == other:
            cure = "; give the article in which it is another" if correction.kind == APART else ""
            return f"names one thing, {one}, twice{cure}"
        if correction.kind == SAME and kinds[0] != kinds[1]:
            return f"makes one of {one} and {other}, which are of two kinds"
        if correction.kind == SAME and not any(self.units[ident].sightings for ident in (one, other)):
            return f"makes one of {one} and {other}, which are both rows of the tables"
        return None


def _kind(unit: Unit) -> str:
    return unit.kind or _KINDS_OF_TABLES.get(unit.id.partition("/")[0], "")
