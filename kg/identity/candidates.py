"""Who of many may be one: those who share a name, or a role and a part of a name, are compared and no others."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from kg.identity.bodies import wording
from kg.identity.likeness import Likeness, Namesakes, compare_colleagues, compare_namesakes, in_order
from kg.identity.units import Unit

_MOST = 400  # units that share a key and are compared with each other

Key = TypeVar("Key", bound=Hashable)

Pair = tuple[str, str]  # identifiers of two units, sorted


def pair_of(one: str, other: str) -> Pair:
    """Return two identifiers as a pair."""
    return (one, other) if one < other else (other, one)


def likenesses(units: Iterable[Unit], state_of_form: Mapping[str, str]) -> Iterator[tuple[Pair, Likeness]]:
    """Yield the pairs of units that are alike, persons and bodies; ``state_of_form`` are the names of states."""
    persons = [unit for unit in units if unit.kind == "Person" and unit.is_shared]
    bodies = [unit for unit in units if unit.kind == "Organization" and unit.is_shared]
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
    yield from _told_in_some(bodies)


def _told_in_some(bodies: Iterable[Unit]) -> Iterator[tuple[Pair, Likeness]]:
    """Yield the bodies of one name whose state some articles tell and others do not; sure ones where it is one."""
    by_name: dict[str, list[Unit]] = defaultdict(list)
    for body in bodies:
        by_name[body.sightings[0].id].append(body)
    for found in by_name.values():
        told = [body for body in found if body.states]
        for untold in (body for body in found if not body.states):
            likeness = Likeness(len(told) == 1, 0.8 if len(told) == 1 else 0.5, "same name, the state told in one only")
            yield from ((pair_of(untold.id, body.id), likeness) for body in told)


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
        yield pair_of(short.id, long.id), likeness


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
