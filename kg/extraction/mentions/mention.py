"""What a mention is: a noun phrase that may stand for an actor, with what the phrase itself tells."""

from dataclasses import dataclass
from typing import Literal

from kg.documents import Span
from kg.extraction.lexicons import RoleNoun
from kg.gazetteer import Name

Form = Literal["name", "role", "pronoun"]

_PLURAL_PRONOUNS = frozenset({"they", "them", "two", "pair", "duo", "both", "neither"})


@dataclass(slots=True, unsafe_hash=True)  # not frozen: an article has many, and each takes a third of the time to make
class Mention:
    """A noun phrase that may stand for an actor: words ``first <= i < last`` of a paragraph.

    ``names`` are what the gazetteer knows of the head; ``owners`` the names of states or bodies in the phrase around
    it ("Kremlin spokesman", "of the Left Front"), as mentions; ``role`` the role in the text's words; ``title`` the
    honorific before a name; ``many`` whether a noun of no list is in the plural. ``kind`` is "entity", "person",
    "organization" or "acronym" for a name, the kind of its noun for a role, and "pronoun".
    """

    paragraph: int
    first: int
    last: int
    head_first: int
    head_last: int
    form: Form
    kind: str
    span: Span
    head: Span
    names: tuple[Name, ...] = ()
    strong: bool = False
    noun: RoleNoun | None = None
    role: Span | None = None
    owners: tuple["Mention", ...] = ()
    definite: bool = False
    gender: str | None = None
    title: str | None = None
    many: bool = False

    @property
    def plural(self) -> bool:
        """Whether the phrase stands for several."""
        if self.form == "pronoun":
            return self.head.text.lower() in _PLURAL_PRONOUNS
        return self.many or (self.form == "role" and self.noun is not None and self.noun.plural)

    @property
    def is_name(self) -> bool:
        """Whether the head is a name."""
        return self.form == "name"
