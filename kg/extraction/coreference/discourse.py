"""What a reader keeps in mind of who has spoken."""

from dataclasses import dataclass

from kg.extraction.coreference.cast import Cast
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention

_MOST_PERSONS = 4


@dataclass
class Discourse:
    """Who spoke last, as the reader goes through the article: anybody, a person, a body or state, and a group.

    ``last_persons`` are several, the last one first, and may also be whom the paragraph before was about;
    ``body_place`` is the paragraph and the sentence in which ``last_body`` spoke.
    """

    last: tuple[str, ...] = ()
    last_persons: tuple[str, ...] = ()
    last_body: tuple[str, ...] = ()
    body_place: tuple[int, int] = (-1, -1)
    last_group: tuple[str, ...] = ()

    def remember(self, speakers: tuple[str, ...], cast: Cast, place: tuple[int, int] = (-1, -1)) -> None:
        """Take in who spoke last, in which paragraph and sentence; several are a group."""
        types = [cast.members[actor].type for actor in speakers if actor in cast.members]
        self.last = speakers
        if types == ["person"]:
            self._take_up(speakers[0])
        elif types in (["organization"], ["state"]):
            self.last_body, self.body_place = speakers, place
        elif types:
            self.last_group = speakers

    def last_person(self, gender: str | None, cast: Cast, *, by_name: bool = True) -> tuple[str, ...]:
        """Return the person of a gender who spoke last, by the given name where nothing else tells it."""
        fitting = (one for one in self.last_persons if cast.members[one].may_be(gender, by_name=by_name))
        return tuple(fitting)[:1]

    def _take_up(self, person: str) -> None:
        others = (one for one in self.last_persons if one != person)
        self.last_persons = (person, *others)[:_MOST_PERSONS]

    def take_up_topic(self, scene: Scene) -> None:
        """Remember whom a paragraph without speech is about: "he" of the next may be that person."""
        for mention in scene.mentions:
            actors = scene.cast.of(mention)
            is_one = mention.kind == "person" and len(actors) == 1
            is_subject = is_one and (scene.cast.is_subject(mention) or _is_parsed_subject(scene, mention))
            if is_subject and scene.cast.members[actors[0]].type == "person":
                self._take_up(actors[0])
                return


def _is_parsed_subject(scene: Scene, mention: Mention) -> bool:
    """Say whether the parse makes a mention the subject of a verb: "X, in town for the day, is due to"."""
    places = range(mention.first, mention.last)
    heads = (at for at in places if scene.tree.heads[at] not in places)
    return any(scene.tree.relation(at) == "nsubj" for at in heads)
