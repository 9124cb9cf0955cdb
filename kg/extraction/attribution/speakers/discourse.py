"""What a reader keeps in mind of who has spoken."""

from dataclasses import dataclass

from kg.extraction.cast import Cast


@dataclass
class Discourse:
    """Who spoke last, as the reader goes through the article: anybody, a person, a body or state, and a group.

    ``last_person`` may also be whom the paragraph before was about.
    """

    last: tuple[str, ...] = ()
    last_person: tuple[str, ...] = ()
    last_body: tuple[str, ...] = ()
    last_group: tuple[str, ...] = ()

    def remember(self, speakers: tuple[str, ...], cast: Cast) -> None:
        """Take in who spoke last; several are a group."""
        types = [cast.members[actor].type for actor in speakers if actor in cast.members]
        self.last = speakers
        if types == ["person"]:
            self.last_person = speakers
        elif types in (["organization"], ["state"]):
            self.last_body = speakers
        elif types:
            self.last_group = speakers
