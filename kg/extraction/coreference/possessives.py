"""Whom "his", "her", "its" and "their" before a noun take up: the nearest who fits, else who spoke last."""

from collections.abc import Callable

from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention
from kg.extraction.words import GENDERS


def possessor(
    scene: Scene, noun: int, pronoun: str, discourse: Discourse, speakers: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """Return the actors that a possessive pronoun means.

    Args:
        scene: the paragraph.
        noun: the word that the pronoun belongs to.
        pronoun: "his", "her", "its" or "their".
        discourse: who has spoken so far.
        speakers: who speaks in the sentence, if anybody does: "its" and "their" are theirs.
    """
    if gender := GENDERS.get(pronoun):
        near = _nearest(scene, noun, lambda one: _is_of(scene, one, gender))
        return near or discourse.last_person(gender, scene.cast)
    if speakers is not None:
        return speakers
    free = _nearest(scene, noun, lambda one: not scene.is_attached(one))
    return free if pronoun in {"its", "their"} else ()


def _is_of(scene: Scene, mention: Mention, gender: str) -> bool:
    members = scene.cast.members
    return mention.kind == "person" and all(members[one].may_be(gender) for one in scene.cast.of(mention))


def _nearest(scene: Scene, noun: int, fits: Callable[[Mention], bool]) -> tuple[str, ...]:
    """Return the actors of the last mention before a noun that stands for somebody and fits."""
    before = (one for one in scene.mentions_before(noun) if fits(one))
    return next((actors for one in before if (actors := _known(scene, one))), ())


def _known(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return whom a mention stands for; a body that nobody names stands for itself: "the agency withdrew its"."""
    known = scene.cast.of(mention)
    is_body = mention.form == "role" and mention.kind in {"organization", "government"} and mention.definite
    return known or ((scene.cast.unnamed(mention),) if is_body else ())
