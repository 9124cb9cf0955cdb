"""From things that are told apart by identifier to things that are one: sure likenesses joined, unsure ones kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.identity.candidates import Pair, likenesses, pair_of
from kg.identity.likeness import Likeness
from kg.identity.units import Unit, best_label

_DECIDED = 2.0  # strength of what a correction says


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
    alike = dict(likenesses(known.values(), state_of_form))
    alike |= {pair: Likeness(True, _DECIDED, f"correction {place}") for pair, place in same.items()}
    groups = _Groups(known, apart)
    by_strength = sorted(alike.items(), key=lambda item: (-item[1].strength, item[0]))
    joined = {pair for pair, found in by_strength if found.sure and groups.join(pair, decided=pair in same)}
    unsure = {pair: found for pair, found in by_strength if pair not in joined}
    gathered = tuple(_gathered(members, alike) for members in groups.members())
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


def _gathered(units: list[Unit], alike: Mapping[Pair, Likeness]) -> Gathered:
    fixed = next((unit.fixed_label for unit in units if unit.fixed_label), None)
    label = fixed or best_label(one for unit in units for one in unit.sightings)
    kept = min(units, key=lambda unit: (*_worth(unit), unit.label != label, -len(unit.sightings), unit.id))
    return Gathered(kept.id, label, tuple(units), tuple(_joined(kept, units, alike)))


def _worth(unit: Unit) -> tuple[bool, bool, bool]:
    """Order units by how fit their identifier is to be shown: rows of the tables, whole names, those with a state."""
    return unit.fixed_label is None, len(unit.name.words) < 2, not unit.states


def _joined(kept: Unit, units: list[Unit], alike: Mapping[Pair, Likeness]) -> Iterator[tuple[Unit, str, str]]:
    """Yield the other units, each with the unit and the reason that tie it most strongly to those told before."""
    known = {unit.id: unit for unit in units}
    told, waiting = {kept.id}, set(known) - {kept.id}
    while waiting:
        ties = (
            (-alike[pair].strength, ident, near, alike[pair].reason)
            for ident in waiting
            for near in told
            if (pair := pair_of(ident, near)) in alike and alike[pair].sure
        )
        _, ident, near, reason = min(ties)
        yield known[ident], near, reason
        told.add(ident)
        waiting.remove(ident)


def _matches(unsure: Mapping[Pair, Likeness], groups: _Groups, shown: Mapping[str, str]) -> Iterator[Match]:
    """Yield the likenesses that joined nobody, the strongest of each two that are shown."""
    seen: set[Pair] = set()
    for pair, found in unsure.items():
        one, other = pair_of(*(shown[ident] for ident in pair))
        if one != other and (one, other) not in seen and not groups.are_apart(*pair):
            seen.add((one, other))
            yield Match(one, other, pair, min(found.strength, 0.99), found.reason)
