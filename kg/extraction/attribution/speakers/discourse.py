"""What a reader keeps in mind of who has spoken."""

from dataclasses import dataclass

from kg.extraction.cast import Cast


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
