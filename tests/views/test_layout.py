from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.connections import Connection, Dispute
from kg.views.labels import Label
from kg.views.layout import Card, Figure, draw_card, pack, stack

STANCES = st.sampled_from(["claims-sovereignty", "controls", "spoke", "something-new"])
SIZES = st.sampled_from([(40.0, 20.0), (130.0, 54.0), (90.0, 36.0)])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A dispute of up to eight territories and twenty actors, some of whom speak for one state."""
    territories = [f"territory/{number}" for number in range(draw(st.integers(1, 8)))]
    actors = [f"person/{number}" for number in range(draw(st.integers(1, 20)))]
    triples = st.tuples(st.sampled_from(actors), STANCES, st.sampled_from(territories))
    found = draw(st.lists(triples, min_size=1, max_size=40, unique=True))
    connections = tuple(
        Connection(f"c{number}", actor, stance, territory, (number,))
        for number, (actor, stance, territory) in enumerate(found)
    )
    labels = {one: Label(one, *draw(SIZES)) for one in [*territories, *actors]} | {"title": Label("d", 120.0, 30.0)}
    labels |= {one.id: Label(one.id, *draw(SIZES)) for one in connections}
    sides = {actor: f"state/{draw(st.integers(0, 3))}" for actor in actors}
    return Figure(0, Dispute("d", tuple(territories), connections), labels, sides)


@settings(deadline=None)
@given(figures(), st.booleans())
def test_nothing_on_a_card_overlaps_and_all_of_it_is_inside(figure: Figure, narrow: bool) -> None:
    card = draw_card(figure, {one.id for one in figure.dispute.connections}, narrow=narrow)
    boxes = []
    for item, (x, y) in card.places.items():
        label = figure.labels[item]
        boxes.append((x - label.width / 2, y - label.height / 2, x + label.width / 2, y + label.height / 2))
    assert all(x1 >= 0 and x2 <= card.width and y1 >= 0 and y2 <= card.height for x1, y1, x2, y2 in boxes)
    for one, other in combinations(boxes, 2):
        apart = (one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])
        assert max(apart) >= -0.2  # places are rounded


def test_territories_that_want_the_same_place_share_the_room_there_is() -> None:
    territories = tuple(f"territory/{number}" for number in range(8))
    connections = tuple(Connection(f"c{one}", "state/A", "controls", one, (0,)) for one in territories)
    labels = dict.fromkeys([*territories, "state/A", "title"], Label("", 90.0, 50.0))
    labels |= {one.id: Label("", 60.0, 15.0) for one in connections}
    card = draw_card(Figure(0, Dispute("d", territories, connections), labels, {}), {one.id for one in connections})
    ys = [card.places[one][1] for one in territories]
    assert [round(lower - upper) for upper, lower in pairwise(ys)] == [57] * 7
    assert ys[0] - 25 >= 0
    assert ys[-1] + 25 <= card.height


@given(figures())
def test_a_card_holds_what_is_shown_and_nothing_else(figure: Figure) -> None:
    shown = figure.dispute.connections[0]
    card = draw_card(figure, {shown.id})
    assert set(card.places) == {"title", shown.id, shown.actor, shown.territory}


@given(figures())
def test_who_speaks_for_one_state_stands_on_one_side(figure: Figure) -> None:
    card = draw_card(figure, {one.id for one in figure.dispute.connections})
    centre = card.places[figure.dispute.connections[0].territory][0]
    sides: dict[str, set[bool]] = {}
    for one in figure.dispute.connections:
        sides.setdefault(figure.sides[one.actor], set()).add(card.places[one.actor][0] < centre)
    assert all(len(side) == 1 for side in sides.values())


CARDS = st.lists(st.tuples(st.integers(80, 800), st.integers(60, 500)), min_size=1, max_size=25)


@given(CARDS)
def test_cards_do_not_overlap(sizes: list[tuple[int, int]]) -> None:
    cards = [Card(number, width, height, {}) for number, (width, height) in enumerate(sizes)]
    for sheet in (pack(cards), stack(cards)):
        assert [card.dispute for card, _, _ in sheet.cards] == [card.dispute for card in cards]
        assert all(x + one.width <= sheet.width and y + one.height <= sheet.height for one, x, y in sheet.cards)
        for (one, x1, y1), (other, x2, y2) in combinations(sheet.cards, 2):
            aside = x1 + one.width <= x2 or x2 + other.width <= x1
            assert aside or y1 + one.height <= y2 or y2 + other.height <= y1


def test_few_cards_stand_side_by_side_and_a_stack_one_below_the_other() -> None:
    cards = [Card(number, 400, 300, {}) for number in range(4)]
    assert [(x, y) for _, x, y in pack(cards).cards] == [(0, 0), (418, 0), (836, 0), (0, 318)]
    assert [(x, y) for _, x, y in stack(cards).cards] == [(0, 0), (0, 318), (0, 636), (0, 954)]
    assert (pack([]).width, stack([]).height) == (0, 0)


def test_cards_are_as_wide_as_their_column_and_what_is_on_them_in_the_middle() -> None:
    places = {"title": (60.0, 20.0), "state/A": (100.0, 60.0)}
    sheet = pack([Card(0, 500, 100, {}), Card(1, 300, 100, places)])
    assert [(card.width, dict(card.places)) for card, _, _ in sheet.cards] == [
        (500, {}),
        (500, {"title": (60.0, 20.0), "state/A": (200.0, 60.0)}),
    ]


def test_a_card_too_wide_for_the_screen_stands_alone() -> None:
    sheet = pack([Card(0, 2000, 100, {}), Card(1, 300, 100, {})])
    assert (sheet.width, sheet.height) == (2000, 218)
