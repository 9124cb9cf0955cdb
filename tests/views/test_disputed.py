from collections.abc import Mapping, Sequence

from kg.views.connections import Connection
from kg.views.disputed import find_undisputed
from kg.views.model import Actor, PageModel, Territory

WHOLE, PART, OTHER = "territory/whole", "territory/part", "territory/other"
EAST, WEST, ENVOY = "state/EST", "state/WST", "person/envoy"


def undisputed(*told: Sequence[str]) -> list[str]:
    """Return which connections, given as holder, stance and territory, nobody contradicts."""
    places: Mapping[str, str | None] = {WHOLE: None, PART: WHOLE, OTHER: None}
    territories = {one: Territory(one, one, whole, None, ()) for one, whole in places.items()}
    actors = {one: Actor(one, one, "state", None) for one in (EAST, WEST)}
    actors[ENVOY] = Actor(ENVOY, ENVOY, "person", EAST)
    connections = [Connection(str(place), *one, (0,)) for place, one in enumerate(told)]
    return sorted(find_undisputed(PageModel({}, actors, territories, (), (), 0), connections))


def test_possession_that_one_side_has_is_undisputed() -> None:
    assert undisputed((EAST, "controls", WHOLE), (ENVOY, "controls", PART), (WEST, "controls", OTHER)) == [
        "0",
        "1",
        "2",
    ]


def test_another_holder_of_a_part_or_a_whole_contradicts() -> None:
    assert undisputed((EAST, "controls", WHOLE), (WEST, "controls", PART)) == []
    assert undisputed((EAST, "controls", PART), (WEST, "controls", WHOLE)) == []


def test_a_claim_is_never_undisputed_and_contradicts_no_possession() -> None:
    assert undisputed((EAST, "controls", WHOLE), (WEST, "claims-sovereignty", WHOLE)) == ["0"]
