"""One actor of an article's cast."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from kg.documents import Span
from kg.extraction.identifiers import slug
from kg.extraction.lexicons import words
from kg.facts import ActorType, Role


@dataclass
class Member:
    """One actor of the cast, with all that the article says of who it is.

    ``strong``: its form, a title or a table tells that it is an actor; ``heads``: the role nouns that it bears;
    ``duties``: the words beside these nouns that tell which one it is;
    ``aliases``: other names that the article gives it, folded;
    ``order``: its place among the members.
    """

    id: str
    label: str
    type: ActorType
    mentions: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    represents: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    strong: bool = False
    heads: set[str] = field(default_factory=set)
    duties: dict[str, set[str]] = field(default_factory=dict)
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    order: int = 0
    _starts: list[int] = field(default_factory=list, repr=False)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The label's words, folded."""
        return tuple(slug(part) for part in self.label.split())

    def may_be(self, gender: str | None, *, by_name: bool = True) -> bool:
        """Say whether a member is of a gender, as far as the article tells it; ``by_name`` else by the given name."""
        told = self.gender or (self._gender_of_name() if by_name and self.type == "person" else None)
        return gender is None or told in {None, gender}

    def _gender_of_name(self) -> str | None:
        given = self.label.split()[0]
        lists = (("f", words("feminine-given-names")), ("m", words("masculine-given-names")))
        return next((gender for gender, names in lists if given in names), None)

    def last_before(self, offset: int) -> int:
        """Return where the last mention begins that begins before an offset; -1 where there is none."""
        before = self.count_before(offset)
        return self._starts[before - 1] if before else -1

    def count_before(self, offset: int) -> int:
        """Return how many mentions begin before an offset."""
        for span in self.mentions[len(self._starts) :]:
            insort(self._starts, span.start)
        return bisect_left(self._starts, offset)
