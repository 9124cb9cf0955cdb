"""What the page's script gets: the facts, the connections, and the picture, as values of JSON."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from kg.views.connections import Dispute, choose, find_disputes
from kg.views.disputed import find_undisputed
from kg.views.figures import edges, figure_of, name_labels, nodes, words_of
from kg.views.land import read_land
from kg.views.layout import Figure, Sheet, draw_card, pack, stack
from kg.views.model import Actor, Fact, PageModel, Territory
from kg.views.passages import marked_text
from kg.views.stances import LOOKS, look_of

DISPUTES = 12  # in the first picture
FIRST = 160  # items in it
ALONE = 240  # items in the picture of one dispute

_TOLD = ("id", "kind", "who", "about", "stance", "target", "toward", "share", "role", "detail", "speaker", "date")


def page_data(model: PageModel) -> dict[str, Any]:
    """Return all that the page shows."""
    disputes = find_disputes(model)
    articles = {article: place for place, article in enumerate(model.articles)}
    stances = {one.stance for dispute in disputes for one in dispute.connections}
    stances |= {fact.stance for fact in model.facts if fact.stance}
    return {
        "articles": list(_articles(model)),
        "actors": {one.id: _actor(one) for one in _actors(model)},
        "territories": {one.id: _territory(model, one) for one in _territories(model)},
        "treaties": [_without_none(fields_of(one, "label", "year", "kind", "articles")) for one in model.treaties],
        "facts": [_fact(fact, articles[fact.article]) for fact in model.facts],
        "untold": model.untold,
        "looks": {one: look_of(one).to_json() for one in [*LOOKS, *sorted(stances - LOOKS.keys())]},
        "disputes": [{"label": one.label, "territories": list(one.territories)} for one in disputes],
        "connections": list(_connections(model, disputes)),
        "picture": _picture(model, disputes),
        "land": read_land(),
    }


def fields_of(thing: object, *names: str) -> dict[str, Any]:
    """Return some fields of a thing."""
    return {name: getattr(thing, name) for name in names}


def _picture(model: PageModel, disputes: Sequence[Dispute]) -> dict[str, Any]:
    """Return nodes and edges of everything that can be drawn, and where it stands in each layout."""
    figures = [figure_of(model, number, dispute) for number, dispute in enumerate(disputes)]
    first = choose(disputes[:DISPUTES], FIRST)
    alone = [choose([dispute], ALONE) for dispute in disputes]
    network = _network(figures)
    begun = [one for one in figures if any(connection.id in first for connection in one.dispute.connections)]
    drawn = [draw_card(figure, first) for figure in begun]
    slim = [draw_card(figure, first, narrow=True) for figure in begun]
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "all": {"wide": _sheet(pack(drawn)), "narrow": _sheet(stack(slim))},
        "alone": [
            {
                "wide": _sheet(stack([draw_card(figure, shown)])),
                "narrow": _sheet(stack([draw_card(figure, shown, narrow=True)])),
            }
            for figure, shown in zip(figures, alone, strict=True)
        ],
    }


def _network(figures: Sequence[Figure]) -> Any:
    """Return a network of pyvis; its lists are filled directly, as its own methods look through all for each item."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for figure in figures:
        network.nodes.extend(nodes(figure))
        network.edges.extend(edges(figure))
    network.options = {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1, "improvedLayout": False},
        "interaction": {"hover": True, "dragNodes": False, "zoomView": False, "multiselect": True, "tooltipDelay": 200},
        "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}},
    }
    return network


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "size": [round(sheet.width), round(sheet.height)],
        "cards": [[card.dispute, *map(round, (x, y, card.width, card.height))] for card, x, y in sheet.cards],
        "places": {
            f"{card.dispute}/{item}": [round(place[0] + x), round(place[1] + y)]
            for card, x, y in sheet.cards
            for item, place in sorted(card.places.items())
        },
    }


def _connections(model: PageModel, disputes: Sequence[Dispute]) -> Iterator[dict[str, Any]]:
    unopposed = find_undisputed(model, [one for dispute in disputes for one in dispute.connections])
    for number, dispute in enumerate(disputes):
        for one in dispute.connections:
            told = fields_of(one, "id", "actor", "stance", "territory", "facts")
            told |= {"dispute": number, "words": words_of(model, one)}
            yield told | ({"undisputed": True} if one.id in unopposed else {})


def _articles(model: PageModel) -> Iterator[dict[str, Any]]:
    """Yield the articles, each with its whole text where the model has it."""
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for place, fact in enumerate(model.facts):
        spans[fact.article] += [(start, end, place) for start, end in fact.spans]
    for one in model.articles.values():
        text = model.texts.get(one.id)
        marked = None if text is None else marked_text(text, spans[one.id])
        yield _without_none(fields_of(one, "title", "outlet", "date", "url") | {"text": marked})


def _fact(fact: Fact, article: int) -> dict[str, Any]:
    return _without_none(fields_of(fact, *_TOLD)) | {"article": article, "passage": fact.passage}


def _actors(model: PageModel) -> Iterator[Actor]:
    """Yield the actors that facts name, and those they speak for."""
    wanted = [one for fact in model.facts for one in (*fact.who, fact.toward, fact.speaker) if one]
    wanted += [party for one in _territories(model) for party, _ in one.names]
    seen: set[str] = set()
    while wanted:
        one = model.actors.get(wanted.pop())
        if one and one.id not in seen:
            seen.add(one.id)
            wanted += [one.represents] if one.represents else []
    yield from (model.actors[one] for one in sorted(seen))


def _actor(actor: Actor) -> dict[str, Any]:
    return _without_none({"label": actor.label, "type": actor.type, "for": actor.represents})


def _territories(model: PageModel) -> list[Territory]:
    """Return the territories that facts are about, and what they are parts of."""
    about = {whole for fact in model.facts for one in fact.about for whole in model.lineage(one)}
    return [model.territories[one] for one in sorted(about) if one in model.territories]


def _territory(model: PageModel, territory: Territory) -> dict[str, Any]:
    whole = territory.part_of if territory.part_of in model.territories else None
    return _without_none(
        {
            "label": territory.label,
            "whole": whole,
            "point": territory.point,
            "names": list(territory.names),
            "called": dict(_called(model, territory)),
        }
    )


def _called(model: PageModel, territory: Territory) -> Iterator[tuple[str, list[str]]]:
    """Yield each party with its name for a territory, whole and as a label."""
    labels = name_labels(model, territory.id)
    for (party, name), label in zip(territory.called().items(), labels, strict=True):
        yield party, [name, label.text]


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
