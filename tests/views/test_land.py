from itertools import accumulate

from kg.views.land import read_land


def test_coasts_are_on_the_globe_and_come_back_to_where_they_begin() -> None:
    land = read_land()
    assert len(land["rings"]) > 1000
    for ring in land["rings"]:
        east, north = ([place * land["step"] for place in accumulate(ring[axis::2])] for axis in (0, 1))
        assert (east[0], north[0]) == (east[-1], north[-1])
        assert -270 <= min(east) <= max(east) <= 270
        assert -90 <= min(north) <= max(north) <= 90
