"""Whose possession of which territory nobody in the articles contradicts.

Only possession is asked for: that a claim meets no answer in some articles would not make it undisputed.
"""

from collections import defaultdict
from collections.abc import Collection

from kg.views.connections import Connection
from kg.views.model import PageModel

_POSSESSION = "controls"


def find_undisputed(model: PageModel, connections: Collection[Connection]) -> frozenset[str]:
    """Return the connections of reported possession where none says that another holds the place.

    To hold a part or a whole of a territory is to hold something of it. Who speaks for a state counts as that state.
    """
    held = [one for one in connections if one.stance == _POSSESSION]
    holders: dict[str, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    for one in held:
        holders[one.territory].add(model.side(one.actor))
        for whole in model.lineage(one.territory):
            around[whole].add(model.side(one.actor))
    for territory in holders:
        for whole in model.lineage(territory):
            around[territory] |= holders.get(whole, set())
    return frozenset(one.id for one in held if around[one.territory] == {model.side(one.actor)})
