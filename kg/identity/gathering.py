"""From things that are told apart by identifier to things that are one: sure likenesses joined, unsure ones kept."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from kg.identity.bodies import wording
from kg.identity.likeness import Likeness, Namesakes, compare_colleagues, compare_namesakes, in_order
from kg.identity.units import Unit, best_label

_MOST = 400  # units that share a key and are compared with each other
_DECIDED = 2.0  # strength of what a correction says

Key = TypeVar("Key", bound=Hashable)

Pair = tuple[str, str]  # identifiers of two units, sorted


@dataclass(frozen=True, slots=True)
class Gathered:
    """Units that are one: the identifier and label to show, and for each other unit whom it is and why.

    ``joined`` holds the other units, each with the identifier of the unit that it was found to be and the reason.
    """

    id: str
    label: str
    units: tuple[Unit, ...]
    joined: tuple[tuple[Unit, str, str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Two that may be one, by the identifiers that are shown, and of the units that were compared."""

    one: str
    other: str
    units: Pair
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is one, who may be, and which pairs cannot be made one, as corrections keep others of theirs apart."""

    gathered: tuple[Gathered, ...]
    matches: tuple[Match, ...]
    refused: tuple[Pair, ...]

    @property
    def shown(self) -> dict[str, str]:
        """The identifier that is shown of each unit."""
        return {unit.id: one.id for one in self.gathered for unit in one.units}


def gather(
    units: Iterable[Unit], *, same: Mapping[Pair, str], apart: Iterable[Pair], state_of_form: Mapping[str, str]
) -> Identities:
    """Return who is one, and who may be.

    ``same`` holds the pairs that corrections make one, with the place of each; ``apart`` those that must stay two.
    """
    known = {unit.id: unit for unit in units}
    likenesses = dict(_likenesses(known.values(), state_of_form))
    likenesses |= {pair: Likeness(True, _DECIDED, f"correction {place}") for pair, place in same.items()}
    groups = _Groups(known, apart)
    by_strength = sorted(likenesses.items(), key=lambda item: (-item[1].strength, item[0]))
    joined = {pair for pair, found in by_strength if found.sure and groups.join(pair, decided=pair in same)}
    unsure = {pair: found for pair, found in by_strength if pair not in joined}
    gathered = tuple(_gathered(members, likenesses) for members in groups.members())
    found = Identities(gathered, (), tuple(pair for pair in unsure if pair in same))
    return replace(found, matches=tuple(_matches(unsure, groups, found.shown)))


class _Groups:
    """Groups of units that grow together, but for those that must stay apart."""

    def __init__(self, known: Mapping[str, Unit], apart: Iterable[Pair]) -> None:
        self._group = {one: {one} for one in sorted(known)}
        self._known = known
        self._apart = {frozenset(pair) for pair in apart}

    def join(self, pair: Pair, *, decided: bool) -> bool:
        """Make the groups of two one, and say whether they are.

        States tell apart what no correction joins; rows of the tables are never one.
        """
        one, other = (self._group[ident] for ident in pair)
        if one is other:
            return True
        if self.are_apart(*pair) or self._is_of_tables(one) + self._is_of_tables(other) > 1:
            return False
        if not (decided or self._fit(one, other)):
            return False
        one |= other
        self._group.update(dict.fromkeys(other, one))
        return True

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether a correction keeps the groups of two apart."""
        return any(frozenset((a, b)) in self._apart for a in self._group[one] for b in self._group[other])

    def members(self) -> Iterator[list[Unit]]:
        """Yield the groups, by their first identifier."""
        for ident, group in self._group.items():
            if ident == min(group):
                yield [self._known[one] for one in sorted(group)]

    def _is_of_tables(self, group: set[str]) -> bool:
        return any(self._known[ident].fixed_label for ident in group)

    def _fit(self, one: set[str], other: set[str]) -> bool:
        states = [frozenset().union(*(self._known[ident].states for ident in group)) for group in (one, other)]
        return not all(states) or bool(states[0] & states[1])


def _likenesses(units: Iterable[Unit], state_of_form: Mapping[str, str]) -> Iterator[tuple[Pair, Likeness]]:
    persons = [unit for unit in units if unit.kind == "Person" and _is_shared(unit)]
    bodies = [unit for unit in units if unit.kind == "Organization" and _is_shared(unit)]
    for namesakes in _namesakes([unit for unit in persons if len(unit.name.words) > 1]):
        known = Namesakes(
            frozenset().union(*(one.states for one in namesakes)),
            frozenset(one.name.initials for one in namesakes if one.name.initials),
        )
        for one, other in combinations(namesakes[:_MOST], 2):
            if found := compare_namesakes(one, other, known):
                yield (one.id, other.id), found
    yield from _colleagues(persons)
    for one, other in _sharing(bodies, lambda unit: [wording(unit, state_of_form)]):
        yield (one.id, other.id), Likeness(True, 0.9, "same name in another wording")


def _is_shared(unit: Unit) -> bool:
    """Say whether the identifier is that of the articles, so that its label is a name."""
    return unit.id == unit.sightings[0].id


def _namesakes(persons: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Yield those who share a name in any order, two at least, by identifier."""
    by_order: dict[str, list[Unit]] = defaultdict(list)
    for person in persons:
        for order in person.name.orders:
            by_order[order].append(person)
    group = {unit.id: {unit.id: unit} for found in by_order.values() for unit in found}
    for found in by_order.values():
        for unit in found[1:]:
            one, other = group[found[0].id], group[unit.id]
            if one is not other:
                one |= other
                group.update(dict.fromkeys(other, one))
    for ident in sorted(group):
        if ident == min(group[ident]) and len(group[ident]) > 1:
            yield [group[ident][one] for one in sorted(group[ident])]


def _colleagues(persons: Iterable[Unit]) -> Iterator[tuple[Pair, Likeness]]:
    """Yield the likenesses of those who share a role and a part of a name; sure ones only where one alone fits."""
    found = [
        (short, long, likeness)
        for pair in _sharing(persons, _keys_of_colleagues)
        for short, long in [in_order(*pair)]
        if not short.name.orders & long.name.orders and (likeness := compare_colleagues(short, long))
    ]
    fitting: dict[str, set[str]] = defaultdict(set)
    for short, long, likeness in found:
        fitting[short.id].update({min(long.name.orders)} if likeness.sure else ())
    for short, long, likeness in found:
        if len(fitting[short.id]) > 1:
            likeness = replace(likeness, sure=False, reason=f"{likeness.reason}, which others fit as well")
        yield _pair(short.id, long.id), likeness


def _keys_of_colleagues(person: Unit) -> list[tuple[str, str]]:
    sounds = person.name.sounds
    return [(word, role.split()[-1]) for word in {sounds[0], sounds[-1]} for role in person.roles if role]


def _sharing(units: Iterable[Unit], keys_of: Callable[[Unit], Iterable[Key]]) -> Iterator[tuple[Unit, Unit]]:
    """Yield pairs that share a key, each once."""
    by_key: dict[Key, list[Unit]] = defaultdict(list)
    for unit in units:
        for key in keys_of(unit):
            by_key[key].append(unit)
    found = {
        (one.id, other.id): (one, other)
        for bucket in by_key.values()
        for one, other in combinations(sorted(bucket, key=lambda unit: unit.id)[:_MOST], 2)
    }
    yield from (found[pair] for pair in sorted(found))


def _gathered(units: list[Unit], likenesses: Mapping[Pair, Likeness]) -> Gathered:
    fixed = next((unit.fixed_label for unit in units if unit.fixed_label), None)
    label = fixed or best_label(one for unit in units for one in unit.sightings)
    kept = min(units, key=lambda unit: (*_worth(unit), unit.label != label, -len(unit.sightings), unit.id))
    return Gathered(kept.id, label, tuple(units), tuple(_joined(kept, units, likenesses)))


def _worth(unit: Unit) -> tuple[bool, bool, bool]:
    """Order units by how fit their identifier is to be shown: rows of the tables, whole names, those with a state."""
    return unit.fixed_label is None, len(unit.name.words) < 2, not unit.states


def _joined(kept: Unit, units: list[Unit], likenesses: Mapping[Pair, Likeness]) -> Iterator[tuple[Unit, str, str]]:
    """Yield the other units, each with the unit and the reason that tie it most strongly to those told before."""
    known = {unit.id: unit for unit in units}
    told, waiting = {kept.id}, set(known) - {kept.id}
    while waiting:
        ties = (
            (-likenesses[pair].strength, ident, near, likenesses[pair].reason)
            for ident in waiting
            for near in told
            if (pair := _pair(ident, near)) in likenesses and likenesses[pair].sure
        )
        _, ident, near, reason = min(ties)
        yield known[ident], near, reason
        told.add(ident)
        waiting.remove(ident)


def _matches(unsure: Mapping[Pair, Likeness], groups: _Groups, shown: Mapping[str, str]) -> Iterator[Match]:
    """Yield the likenesses that joined nobody, the strongest of each two that are shown."""
    seen: set[Pair] = set()
    for pair, found in unsure.items():
        one, other = _pair(*(shown[ident] for ident in pair))
        if one != other and (one, other) not in seen and not groups.are_apart(*pair):
            seen.add((one, other))
            yield Match(one, other, pair, min(found.strength, 0.99), found.reason)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
