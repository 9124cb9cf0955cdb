"""Where everything stands in the picture, worked out before there is a browser; nothing moves on the page.

Each dispute is a card: its territories in the middle, those who take part on both sides, and between them, in a column
of their own, the words of each connection - so that no label can lie on another. Who speaks for the same state stands
together on one side. A narrow card, for a phone, has everybody on one side. Cards stand in columns.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.views.connections import Connection, Dispute
from kg.views.labels import Label
from kg.views.stances import order_of

GAP = 7.0  # between two actors, two territories
TIGHT = 2.0  # between two connections of an actor
NEAR, FAR = 9.0, 18.0  # from an actor to the words, from the words to the territory
TITLE = 34.0
PADDING = 12.0
MARGIN = 18.0  # between cards
SCREEN = 1260.0  # the width for the picture on a usual screen
SMALLEST = 0.8  # smaller, and labels could not be read; what does not fit below is scrolled to
TITLE_ITEM = "title"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Card:
    """The picture of one dispute: its size, and the centre of each item from its upper left corner."""

    dispute: int
    width: float
    height: float
    places: Mapping[str, Point]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cards side by side: the whole size, and the upper left corner of each card."""

    width: float
    height: float
    cards: tuple[tuple[Card, float, float], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What layouts need to know of a dispute: its labels by item, and who belongs with whom.

    Items are ``title``, an actor's or territory's identifier, or a connection's; `sides` gives each actor the state
    or body that it speaks for.
    """

    number: int
    dispute: Dispute
    labels: Mapping[str, Label]
    sides: Mapping[str, str]


@dataclass(slots=True)
class _Side:
    """The actors on one side, in groups, and how high they are together."""

    groups: list[list[str]] = field(default_factory=list)
    height: float = 0.0


def draw_card(figure: Figure, shown: Collection[str], *, narrow: bool = False) -> Card:
    """Return the card of a dispute with those of its connections that are shown."""
    return _Drawing(figure, [one for one in figure.dispute.connections if one.id in shown], narrow).card()


def pack(cards: Sequence[Card]) -> Sheet:
    """Return the cards in as many columns as a usual screen has room for, each in the column that is least full."""
    width = max((card.width for card in cards), default=0.0)
    fitting = [number for number in range(1, len(cards) + 1) if _across(width, number) <= SCREEN / SMALLEST]
    return _in_columns(cards, width, max(fitting, default=1))


def stack(cards: Sequence[Card]) -> Sheet:
    """Return the cards one below the other."""
    return _in_columns(cards, max((card.width for card in cards), default=0.0), 1)


class _Drawing:
    """One card under way."""

    def __init__(self, figure: Figure, connections: Sequence[Connection], narrow: bool) -> None:
        self.figure, self.labels = figure, figure.labels
        self.of_actor: dict[str, list[Connection]] = defaultdict(list)
        used = {one.territory for one in connections}
        self.territories = [one for one in figure.dispute.territories if one in used]
        order = {territory: place for place, territory in enumerate(self.territories)}
        for one in sorted(connections, key=lambda one: (order[one.territory], order_of(one.stance))):
            self.of_actor[one.actor].append(one)
        self.left, self.right = self._sides(order, narrow)
        self.places: dict[str, Point] = {}

    def card(self) -> Card:
        inner = max(self.left.height, self.right.height, self._height_of(self.territories))
        widths = [self._widths(self.left), self._widths(self.right)]
        middle = max((self.labels[one].width for one in self.territories), default=0.0)
        centre = PADDING + widths[0][2] + middle / 2
        width = centre + middle / 2 + widths[1][2] + PADDING
        self._place_side(self.left, widths[0], centre - middle / 2, -1, inner)
        self._place_side(self.right, widths[1], centre + middle / 2, 1, inner)
        self._place_territories(centre, inner)
        title = self.labels[TITLE_ITEM]
        self.places[TITLE_ITEM] = (PADDING + title.width / 2, PADDING + TITLE / 2 - 6)
        width = max(width, title.width + 2 * PADDING)
        return Card(self.figure.number, round(width, 1), round(inner + TITLE + 2 * PADDING, 1), self.places)

    def _sides(self, order: Mapping[str, int], narrow: bool) -> tuple[_Side, _Side]:
        """Put each group of actors on the side that is less full, the weightiest group first."""
        left, right = _Side(), _Side()
        for group in self._groups(order):
            side = left if narrow or left.height <= right.height else right
            side.groups.append(group)
            side.height += sum(self._block(actor) + GAP for actor in group)
        for side in (left, right):
            side.groups.sort(key=lambda group: min(self._mean(actor, order) for actor in group))
            side.height = max(0.0, side.height - GAP)
        return left, right

    def _groups(self, order: Mapping[str, int]) -> list[list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for actor in self.of_actor:
            groups[self.figure.sides.get(actor, actor)].append(actor)
        for head, group in groups.items():
            group.sort(key=lambda actor: (actor != head, self._mean(actor, order), -self._weight([actor]), actor))
        return [groups[head] for head in sorted(groups, key=lambda head: (-self._weight(groups[head]), head))]

    def _weight(self, actors: Iterable[str]) -> int:
        return sum(one.weight for actor in actors for one in self.of_actor[actor])

    def _mean(self, actor: str, order: Mapping[str, int]) -> float:
        """Return the middle of the territories that an actor is connected with."""
        places = [order[one.territory] for one in self.of_actor[actor]]
        return sum(places) / len(places)

    def _words(self, actor: str) -> float:
        """Return how high an actor's connections are together."""
        return sum(self.labels[one.id].height + TIGHT for one in self.of_actor[actor]) - TIGHT

    def _block(self, actor: str) -> float:
        return max(self.labels[actor].height, self._words(actor))

    def _height_of(self, items: Sequence[str]) -> float:
        return sum(self.labels[one].height + GAP for one in items) - GAP

    def _widths(self, side: _Side) -> tuple[float, float, float]:
        """Return the widths of the actors, of the words, and of all."""
        actors = [actor for group in side.groups for actor in group]
        if not actors:
            return 0.0, 0.0, 0.0
        box = max(self.labels[actor].width for actor in actors)
        words = max(self.labels[one.id].width for actor in actors for one in self.of_actor[actor])
        return box, words, box + NEAR + words + FAR

    def _place_side(self, side: _Side, widths: tuple[float, float, float], edge: float, way: int, inner: float) -> None:
        """Place the actors of a side and their words, from the edge of the territories outwards."""
        _, words, _ = widths
        y = PADDING + TITLE + (inner - side.height) / 2
        for actor in (actor for group in side.groups for actor in group):
            block = self._block(actor)
            outer = edge + way * (FAR + words + NEAR + self.labels[actor].width / 2)
            self.places[actor] = _point(outer, y + block / 2)
            line = y + (block - self._words(actor)) / 2
            for one in self.of_actor[actor]:
                height = self.labels[one.id].height
                self.places[one.id] = _point(edge + way * (FAR + words / 2), line + height / 2)
                line += height + TIGHT
            y += block + GAP

    def _place_territories(self, centre: float, inner: float) -> None:
        """Place each territory in the middle of its connections, then push apart those that would overlap."""
        ends: dict[str, list[float]] = defaultdict(list)
        for connections in self.of_actor.values():
            for one in connections:
                ends[one.territory].append(self.places[one.id][1])
        wanted = {territory: sum(ys) / len(ys) for territory, ys in ends.items()}
        stack = sorted(self.territories, key=lambda territory: (wanted[territory], territory))
        boxes = [(wanted[territory], self.labels[territory].height) for territory in stack]
        middles = _apart(boxes, PADDING + TITLE, PADDING + TITLE + inner)
        self.places |= {territory: _point(centre, y) for territory, y in zip(stack, middles, strict=True)}


def _apart(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Return middles near the wanted ones (middle, height), in their order, not overlapping, within the bounds."""
    found: list[float] = []
    free = top
    for middle, height in wanted:
        found.append(max(middle, free + height / 2))
        free = found[-1] + height / 2 + GAP
    free = bottom
    for place in reversed(range(len(found))):
        height = wanted[place][1]
        found[place] = min(found[place], free - height / 2)
        free = found[place] - height / 2 - GAP
    return found


def _in_columns(cards: Sequence[Card], width: float, columns: int) -> Sheet:
    heights = [0.0] * columns
    placed: list[tuple[Card, float, float]] = []
    for card in cards:
        column = heights.index(min(heights))
        placed.append((_widened(card, width), column * (width + MARGIN), heights[column]))
        heights[column] += card.height + MARGIN
    return Sheet(_across(width, min(columns, len(cards))), max(0.0, max(heights) - MARGIN), tuple(placed))


def _across(width: float, columns: int) -> float:
    return max(0.0, columns * (width + MARGIN) - MARGIN)


def _widened(card: Card, width: float) -> Card:
    """Return a card as wide as its column, what is on it in the middle and its title where titles stand."""
    aside = (width - card.width) / 2
    places = {item: _point(x + (aside if item != TITLE_ITEM else 0), y) for item, (x, y) in card.places.items()}
    return replace(card, width=width, places=places)


def _point(x: float, y: float) -> Point:
    return round(x, 1), round(y, 1)
