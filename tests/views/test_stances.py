from itertools import combinations
from math import dist

import pytest

from kg.views.stances import LOOKS, look_of, order_of

# How linear red, green and blue are seen: Machado, Oliveira and Fernandes (2009), severity 1.
SEEN = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0178, 0.1095, 0.8730))  # relative to white
CARDS = {"light": "#ffffff", "dark": "#1e2329"}
JUST_TOLD_APART = 15.0  # five times and more what one can see side by side, in CIE L*a*b*

Colour = tuple[float, ...]


def linear(colour: str) -> Colour:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def mixed(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    return tuple(max(0.0, sum(a * b for a, b in zip(row, colour, strict=True))) for row in matrix)


def lab(colour: Colour) -> Colour:
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in mixed(XYZ, colour))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    dark, light = sorted(mixed(XYZ, linear(colour))[1] + 0.05 for colour in (one, other))
    return light / dark


@pytest.mark.parametrize("scheme", CARDS)
@pytest.mark.parametrize("eyes", SEEN)
def test_colours_are_told_apart_by_all_eyes(eyes: str, scheme: str) -> None:
    colours = sorted({getattr(look, scheme) for look in LOOKS.values()})
    seen = {colour: lab(mixed(SEEN[eyes], linear(colour))) for colour in colours}
    near = [pair for pair in combinations(colours, 2) if dist(seen[pair[0]], seen[pair[1]]) < JUST_TOLD_APART]
    assert len(colours) == 7
    assert near == []


@pytest.mark.parametrize(("scheme", "card"), CARDS.items())
def test_words_in_any_colour_can_be_read_on_their_card(scheme: str, card: str) -> None:
    assert [look.words for look in LOOKS.values() if contrast(getattr(look, scheme), card) < 4.5] == []


def test_no_two_stances_of_one_colour_have_one_line() -> None:
    positions = [look for stance, look in LOOKS.items() if stance not in ("spoke", "thinks")]
    assert len({(look.light, look.dashes) for look in positions}) == len(positions)


def test_a_stance_without_a_look_of_its_own_stands_before_mere_speech() -> None:
    assert look_of("cedes-part").words == "cedes part"
    assert order_of("no-position") <= order_of("cedes-part") < order_of("spoke")
