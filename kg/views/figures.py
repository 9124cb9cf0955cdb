"""The items of the picture: what is drawn for each actor, territory and connection, and its label."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from kg.views.connections import Connection, Dispute
from kg.views.labels import Label, fit_label
from kg.views.layout import Figure
from kg.views.model import PageModel
from kg.views.stances import look_of

ACTOR = partial(fit_label, size=14.0, limit=112.0, lines=3)
TERRITORY = partial(fit_label, size=15.0, limit=118.0)
WORDS = partial(fit_label, size=12.0, limit=118.0, padding=1.5)
TITLE = partial(fit_label, size=18.0, limit=420.0, lines=1)
_ROUND = 1.0  # an ellipse is wider than its text by the text's height
_SHAPES = {"actor": "box", "territory": "ellipse", "words": "box", "title": "text"}


def figure_of(model: PageModel, number: int, dispute: Dispute) -> Figure:
    """Return what the layout needs to know of a dispute."""
    labels = {"title": TITLE(dispute.label)}
    for territory in dispute.territories:
        labels[territory] = _territory_label(model, territory)
    for connection in dispute.connections:
        labels[connection.actor] = actor_label(model, connection.actor)
        labels[connection.id] = WORDS(words_of(model, connection))
    sides = {connection.actor: model.side(connection.actor) for connection in dispute.connections}
    return Figure(number, dispute, labels, sides)


def _territory_label(model: PageModel, territory: str) -> Label:
    """Return the label of a territory, wide enough for whatever a party calls it."""
    usual, *others = [_ellipse(label) for label in (TERRITORY(model.name(territory)), *name_labels(model, territory))]
    return replace(usual, width=max(one.width for one in (usual, *others)))


def name_labels(model: PageModel, territory: str) -> tuple[Label, ...]:
    """Return what each party calls a territory, in the order of parties, none in more lines than its usual name."""
    lines = TERRITORY(model.name(territory)).text.count("\n") + 1
    known = model.territories.get(territory)
    return tuple(TERRITORY(name, lines=lines) for name in (known.called().values() if known else ()))


def actor_label(model: PageModel, actor: str) -> Label:
    """Return the name of an actor; of a person, for whom it speaks too, if there is room for it."""
    known = model.actors.get(actor)
    if known and known.type == "person" and known.represents:
        label = ACTOR(f"{known.label}\n({model.name(known.represents)})")
        if "…" not in label.text:
            return label
    return ACTOR(model.name(actor))


def words_of(model: PageModel, connection: Connection) -> str:
    """Return the words on a connection: the stance, in how many places, and toward whom where it is one actor."""
    look = look_of(connection.stance)
    words = f"{look.words} ({len(connection.facts)})"
    if len(connection.toward) == 1:
        words += f"\n{look.toward} {model.name(connection.toward[0])}"
    return words


def nodes(figure: Figure) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a dispute as vis-network takes them; their colours and places are given on the page."""
    kinds = {"title": "title"} | dict.fromkeys(figure.dispute.territories, "territory")
    kinds |= {one.id: "words" for one in figure.dispute.connections}
    for item, label in figure.labels.items():
        kind = kinds.get(item, "actor")
        yield {
            "id": f"{figure.number}/{item}",
            "label": label.text,
            "shape": _SHAPES[kind],
            "group": kind,
            "item": item,
            "dispute": figure.number,
            "width": label.width,
            "height": label.height,
        }


def edges(figure: Figure) -> Iterator[dict[str, Any]]:
    """Yield the two halves of the line of each connection: from the actor to the words, from there to the territory."""
    for one in figure.dispute.connections:
        ends = [f"{figure.number}/{item}" for item in (one.actor, one.id, one.territory)]
        for half, (start, end) in enumerate(pairwise(ends)):
            yield {"id": f"{one.id}/{half}", "from": start, "to": end, "item": one.id, "stance": one.stance}


def _ellipse(label: Label) -> Label:
    return Label(label.text, label.width + _ROUND * (label.height - 10), 2 * label.height - 16)
