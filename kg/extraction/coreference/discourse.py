"""What a reader keeps in mind of who has spoken."""

from dataclasses import dataclass

from kg.extraction.coreference.cast import Cast
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention


@dataclass
class Discourse:
    """Who spoke last, as the reader goes through the article: anybody, a person, a body or state, and a group.

    ``last_person`` may also be whom the paragraph before was about; ``body_place`` is the paragraph and the sentence in
    which ``last_body`` spoke.
    """

    last: tuple[str, ...] = ()
    last_person: tuple[str, ...] = ()
    last_body: tuple[str, ...] = ()
    body_place: tuple[int, int] = (-1, -1)
    last_group: tuple[str, ...] = ()

    def remember(self, speakers: tuple[str, ...], cast: Cast, place: tuple[int, int] = (-1, -1)) -> None:
        """Take in who spoke last, in which paragraph and sentence; several are a group."""
        types = [cast.members[actor].type for actor in speakers if actor in cast.members]
        self.last = speakers
        if types == ["person"]:
            self.last_person = speakers
        elif types in (["organization"], ["state"]):
            self.last_body, self.body_place = speakers, place
        elif types:
            self.last_group = speakers

    def take_up_topic(self, scene: Scene) -> None:
        """Remember whom a paragraph without speech is about: "he" of the next may be that person."""
        for mention in scene.mentions:
            actors = scene.cast.of(mention)
            is_one = mention.kind == "person" and len(actors) == 1
            is_subject = is_one and (scene.cast.is_subject(mention) or _is_parsed_subject(scene, mention))
            if is_subject and scene.cast.members[actors[0]].type == "person":
                self.last_person = actors
                return


def _is_parsed_subject(scene: Scene, mention: Mention) -> bool:
    """Say whether the parse makes a mention the subject of a verb: "X, in town for the day, is due to"."""
    places = range(mention.first, mention.last)
    heads = (at for at in places if scene.tree.heads[at] not in places)
    return any(scene.tree.relation(at) == "nsubj" for at in heads)
