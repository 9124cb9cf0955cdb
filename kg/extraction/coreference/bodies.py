"""The organizations of an article by the nouns in their names: "the ministry" is the one named last."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from kg.extraction.coreference.member import Member


@dataclass(slots=True)
class _Trail:
    """Organizations with one noun in their names: the first, and where they are mentioned (start, -order, id)."""

    first: str | None = None
    mentions: list[tuple[int, int, str]] = field(default_factory=list)

    def enter(self, member: Member) -> None:
        self.first = self.first or member.id
        for span in member.mentions:
            self.mention(member, span.start)

    def mention(self, member: Member, start: int) -> None:
        insort(self.mentions, (start, -member.order, member.id))


class Bodies:
    """Finds organizations by a noun in their names."""

    def __init__(self) -> None:
        self._all: list[Member] = []
        self._trails: dict[str, _Trail] = {}

    def enter(self, member: Member) -> None:
        """Take in a new organization."""
        self._all.append(member)
        for trail in self._trails_of(member):
            trail.enter(member)

    def mention(self, member: Member, start: int) -> None:
        """Take in another mention of an organization."""
        for trail in self._trails_of(member):
            trail.mention(member, start)

    def last_before(self, noun: str, offset: int) -> str | None:
        """Return the organization of a noun that is mentioned last before an offset; where none is, the first."""
        trail = self._trails.get(noun) or self._new_trail(noun)
        at = bisect_left(trail.mentions, (offset,))
        return trail.mentions[at - 1][2] if at else trail.first

    def _trails_of(self, member: Member) -> list[_Trail]:
        return [trail for noun, trail in self._trails.items() if noun in member.label.lower()]

    def _new_trail(self, noun: str) -> _Trail:
        trail = self._trails[noun] = _Trail()
        for member in self._all:
            if noun in member.label.lower():
                trail.enter(member)
        return trail
