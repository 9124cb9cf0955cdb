"""The actors on one side of an event, with the words that name them."""

from dataclasses import dataclass, field

from kg.extraction.coreference import Scene
from kg.extraction.mentions import Mention

_SENT = frozenset({"team", "crew", "delegation", "mission", "troops", "forces"})


@dataclass
class Parties:
    """Actors and the words ``first <= i < last`` that name them; ``is_force`` of states, bodies and troops.

    ``is_crowd`` says that the words mean people, troops or weapons that the article does not name further.
    """

    actors: list[str] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    is_force: bool = False
    is_crowd: bool = False

    def add(self, actors: tuple[str, ...]) -> None:
        """Add actors that are not there yet."""
        self.actors.extend(actor for actor in actors if actor not in self.actors)

    def cover(self, first: int, last: int) -> None:
        """Grow the words."""
        self.first = first if self.first is None else min(self.first, first)
        self.last = last if self.last is None else max(self.last, last)


def state_of(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the state or body that a name or demonym stands for."""
    return scene.cast.of(mention) or (scene.cast.owner(mention) if mention.names else ())


def owners_of(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the states before a noun, whose people or troops it means: both for "Indian and Chinese generals"."""
    owners = [owner for owner in mention.owners if owner.head_first < mention.head_first]
    return tuple(state for owner in owners for state in state_of(scene, owner))


def senders_of(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return whose a team or delegation is by the words behind it: "a team from the Red Cross"."""
    if mention.head.text.lower() not in _SENT:
        return ()
    behind = [owner for owner in mention.owners if owner.head_first > mention.head_first]
    return tuple(actor for owner in behind for actor in state_of(scene, owner))
