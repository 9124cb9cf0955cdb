"""Which found actor, territory or treaty is an annotated one: by name, by a mention, by most of its words."""

from collections.abc import Iterable

from kg.evaluation.annotation import Entity
from kg.evaluation.words import best_pairs, is_same_person, name_form, word_likeness
from kg.facts import Actor, Territory, Treaty

Pairs = list[tuple[int, int]]

_SAME_GROUP = 0.75


def pair_entities(
    expected: Iterable[Entity], found: Iterable[Actor | Territory | Treaty], *, by_mention: bool
) -> Pairs:
    """Pair entities that are the same; ``by_mention`` says whether an annotated mention counts as a name."""
    found = tuple(found)
    return best_pairs(
        (likeness, i, j)
        for i, entity in enumerate(expected)
        for j, one in enumerate(found)
        if (likeness := _entity_likeness(entity, one, by_mention=by_mention))
    )


def _entity_likeness(expected: Entity, found: Actor | Territory | Treaty, *, by_mention: bool) -> float:
    """Return 2 for the same name, 1 for a mention of that name, one half for like words, 0 for none of these."""
    names = _forms(expected.name, expected.mentions if by_mention else ())
    label = _forms(found.label)
    mentions = label | _forms(*(span.text for span in found.mentions))
    is_person = expected.type == "person" and getattr(found, "type", "person") == "person"
    for likeness, forms in ((2.0, label), (1.0, mentions)):
        if names & forms or (is_person and any(is_same_person(one, other) for one in names for other in forms)):
            return likeness
    is_body = expected.type in ("organization", "group")
    return 0.5 if is_body and word_likeness(expected.name, found.label) >= _SAME_GROUP else 0.0


def _forms(*names: str | tuple[str, ...]) -> set[str]:
    every = (one for name in names for one in ((name,) if isinstance(name, str) else name))
    return {form for one in every if (form := name_form(one))}


def likeliest(name: str, found: Iterable[Actor | Territory | Treaty]) -> str | None:
    """Return the identifier of the entity that is likeliest called by a name; None where none is."""
    meant = (
        (_entity_likeness(Entity(name, type=getattr(one, "type", None)), one, by_mention=False), one) for one in found
    )
    likeness, best = max(meant, key=lambda pair: pair[0], default=(0.0, None))
    return best.id if best and likeness else None
