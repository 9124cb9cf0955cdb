from collections.abc import Iterable

from kg.store import ArticleStore
from kg.views.connections import Connection, Dispute, choose, find_disputes
from kg.views.model import Actor, Article, Fact, PageModel, Territory
from kg.views.reading import read_model
from tests.views.quarrels import DUNE, EAST, NORTH, PETROV, ROCK, ROCKS, SATO, WEST


def model_of(facts: Iterable[Fact]) -> PageModel:
    articles = {"article/a": Article("article/a", "A", None, "2019-01-22", None)}
    actors = {one: Actor(one, one, "state", None) for one in (EAST, WEST, NORTH)}
    places = {ROCK: ROCKS, ROCKS: None, DUNE: None}
    territories = {one: Territory(one, one.upper(), whole, None, ()) for one, whole in places.items()}
    return PageModel(articles, actors, territories, (), tuple(facts), 0)


def fact(kind: str, who: str, about: str, stance: str | None = None, toward: str | None = None) -> Fact:
    number = f"{kind}/{who}{about}{stance}{toward}"
    return Fact(number, kind, (who,), (about,), "article/a", (), stance=stance, toward=toward)  # type: ignore[arg-type]


def told(disputes: Iterable[Dispute]) -> list[tuple[str, list[tuple[str, str, str, int]]]]:
    return [(one.label, [(c.actor, c.stance, c.territory, len(c.facts)) for c in one.connections]) for one in disputes]


def test_one_connection_for_each_holder_stance_and_territory(store: ArticleStore) -> None:
    assert told(find_disputes(read_model(store))) == [
        (
            "The Rocks",
            [
                (EAST, "claims-sovereignty", ROCK, 2),
                (WEST, "claims-sovereignty", ROCKS, 1),
                (WEST, "controls", ROCK, 1),
                (EAST, "rejects-claim", ROCKS, 1),
                (PETROV, "spoke", ROCKS, 1),
            ],
        ),
        ("Dune", [(NORTH, "thinks", DUNE, 1)]),
    ]


def test_who_takes_a_position_is_not_drawn_as_speaking_too() -> None:
    facts = [fact("statement", EAST, ROCK), fact("position", EAST, ROCK, "controls"), fact("statement", WEST, ROCK)]
    (dispute,) = find_disputes(model_of(facts))
    assert [(one.actor, one.stance) for one in dispute.connections] == [(EAST, "controls"), (WEST, "spoke")]


def test_who_speaks_is_not_drawn_as_thinking_too() -> None:
    facts = [fact("attitude", EAST, ROCK), fact("statement", EAST, ROCK)]
    (dispute,) = find_disputes(model_of(facts))
    assert [(one.actor, one.stance, one.facts) for one in dispute.connections] == [(EAST, "spoke", (1,))]


def test_events_draw_no_line() -> None:
    assert find_disputes(model_of([fact("event", SATO, ROCK)])) == ()


def test_a_connection_tells_toward_whom() -> None:
    facts = [fact("position", EAST, ROCK, "rejects-claim", WEST), fact("position", EAST, ROCK, "rejects-claim", NORTH)]
    (dispute,) = find_disputes(model_of(facts))
    assert dispute.connections[0].toward == (WEST, NORTH)


def test_parts_and_wholes_are_one_dispute_named_after_what_holds_them_all() -> None:
    parts = find_disputes(
        model_of([fact("position", EAST, ROCK, "controls"), fact("position", EAST, ROCKS, "controls")])
    )
    assert [(one.label, one.territories) for one in parts] == [(ROCKS.upper(), (ROCKS, ROCK))]
    alone = find_disputes(model_of([fact("position", EAST, ROCK, "controls")]))
    assert [one.label for one in alone] == [ROCK.upper()]


def test_a_territory_that_is_a_part_of_itself_ends() -> None:
    model = model_of([fact("position", EAST, ROCK, "controls")])
    territories = {ROCK: Territory(ROCK, "a", ROCKS, None, ()), ROCKS: Territory(ROCKS, "b", ROCK, None, ())}
    looped = PageModel(model.articles, model.actors, territories, (), model.facts, 0)
    assert [one.label for one in find_disputes(looped)] == ["a"]


def make_dispute(number: int, *weights: int) -> Dispute:
    connections = (
        Connection(f"{number}.{place}", f"actor {place}", "spoke", "t", tuple(range(weight)))
        for place, weight in enumerate(weights)
    )
    return Dispute(str(number), ("t",), tuple(connections))


def test_the_weightiest_are_chosen_and_every_dispute_has_one_first() -> None:
    disputes = [make_dispute(0, 9, 8, 7), make_dispute(1, 1, 1)]
    assert choose(disputes, 6) == {"0.0", "1.0"}
    assert choose(disputes, 8) == {"0.0", "1.0", "0.1"}
    assert len(choose(disputes, 1000)) == 5
    assert choose(disputes, 0) == frozenset()


def test_one_great_quarrel_leaves_room_for_the_others() -> None:
    disputes = [make_dispute(0, *[6] * 30), make_dispute(1, 4, 4)]
    chosen = choose(disputes, 20)
    assert {"1.0", "1.1"} < chosen
    assert len(chosen) > 6
