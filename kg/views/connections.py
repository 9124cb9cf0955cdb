"""Facts gathered for a picture: one connection for each holder, stance and territory, and these by dispute.

A position is a connection of its holder with the territory. Who takes no position on a territory, but speaks or thinks
about it, is connected by that alone. What concerns no territory is no part of the picture; the list has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.views.model import Fact, PageModel
from kg.views.stances import SPOKE, THINKS, order_of

_FAIR = 6  # so many connections of a dispute halve what its next one counts
_OF_POSITION = 4  # a position weighs as much as so many statements
_QUIET = {"statement": SPOKE, "attitude": THINKS}


@dataclass(frozen=True, slots=True)
class Connection:
    """An actor, a stance (or `SPOKE`, `THINKS`) and a territory, with the facts that say so and whom they are toward.

    ``facts`` are places in the model's list of facts.
    """

    id: str
    actor: str
    stance: str
    territory: str
    facts: tuple[int, ...]
    toward: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How much the connection counts among others."""
        return len(self.facts) * (1 if self.stance in (SPOKE, THINKS) else _OF_POSITION)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Territories that belong together as parts and wholes, and the connections with them, the weightiest first."""

    label: str
    territories: tuple[str, ...]
    connections: tuple[Connection, ...]

    @property
    def weight(self) -> int:
        """How much the dispute counts among others."""
        return sum(one.weight for one in self.connections)


def find_disputes(model: PageModel) -> tuple[Dispute, ...]:
    """Return the disputes of a model, the weightiest first."""
    by_territory: dict[str, list[Connection]] = defaultdict(list)
    for connection in _connections(model):
        by_territory[connection.territory].append(connection)
    disputes = [_dispute(model, group, by_territory) for group in _groups(model, by_territory)]
    return tuple(sorted(disputes, key=lambda one: (-one.weight, one.label)))


def choose(disputes: Iterable[Dispute], limit: int) -> frozenset[str]:
    """Return the connections of most weight that make, with their actors and territories, no more than `limit` items.

    Every dispute has its weightiest connection shown before any has its second, and the more of a dispute is shown the
    less its next one counts, so that one great quarrel leaves room for the others.
    """
    ranked = [(place > 0, -one.weight / (_FAIR + place), number, one) for number, place, one in _numbered(disputes)]
    chosen: set[str] = set()
    items: set[tuple[int, str]] = set()
    for _, _, number, one in sorted(ranked, key=lambda rank: rank[:3]):
        more = items | {(number, one.actor), (number, one.territory)}
        if len(more) + len(chosen) + 1 <= limit:
            items = more
            chosen.add(one.id)
    return frozenset(chosen)


def _numbered(disputes: Iterable[Dispute]) -> Iterator[tuple[int, int, Connection]]:
    for number, dispute in enumerate(disputes):
        for place, connection in enumerate(dispute.connections):
            yield number, place, connection


def _connections(model: PageModel) -> Iterator[Connection]:
    gathered: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, fact in enumerate(model.facts):
        for key in _keys(fact):
            gathered[key].append(place)
    positions = {(actor, territory) for actor, stance, territory in gathered if stance not in (SPOKE, THINKS)}
    spoken = {(actor, territory) for actor, stance, territory in gathered if stance == SPOKE} | positions
    number = 0
    for (actor, stance, territory), facts in sorted(gathered.items()):
        pair = (actor, territory)
        if (stance == SPOKE and pair in positions) or (stance == THINKS and pair in spoken):
            continue
        toward = dict.fromkeys(one for place in facts if (one := model.facts[place].toward))
        yield Connection(f"c{number}", actor, stance, territory, tuple(facts), tuple(toward))
        number += 1


def _keys(fact: Fact) -> Iterator[tuple[str, str, str]]:
    stance = fact.stance or _QUIET.get(fact.kind)
    if stance:
        for actor in fact.who:
            for territory in fact.about:
                yield actor, stance, territory


def _groups(model: PageModel, territories: Iterable[str]) -> list[list[str]]:
    """Return the territories in groups of what is a part of the same whole."""
    belonging = nx.Graph()
    drawn = sorted(territories)
    for territory in drawn:
        nx.add_path(belonging, model.lineage(territory))
    return [sorted(set(group) & set(drawn)) for group in nx.connected_components(belonging)]


def _dispute(model: PageModel, group: Sequence[str], by_territory: Mapping[str, list[Connection]]) -> Dispute:
    found = [connection for territory in group for connection in by_territory[territory]]
    found.sort(key=lambda one: (-one.weight, order_of(one.stance), one.actor, one.territory))
    depth = {one: len(list(model.lineage(one))) for one in group}
    heavy = {one: sum(connection.weight for connection in by_territory[one]) for one in group}
    territories = sorted(group, key=lambda one: (depth[one], -heavy[one], one))
    return Dispute(_label(model, territories, depth), tuple(territories), tuple(found))


def _label(model: PageModel, territories: Sequence[str], depth: Mapping[str, int]) -> str:
    """Return the name of the narrowest territory that all are in."""
    lines = [list(model.lineage(one)) for one in territories]
    common = [one for one in lines[0] if all(one in line for line in lines)]
    whole = common[0] if common else territories[0]
    return model.name(whole)
