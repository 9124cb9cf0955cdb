"""The organizations of an article by the nouns in their names: "the ministry" is the one named last."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from kg.documents import Span
from kg.extraction.coreference.member import Member


@dataclass(slots=True)
class _Trail:
    """Organizations with one noun in their names: the first, and where they are mentioned (start, -order, id)."""

    first: str | None = None
    mentions: list[tuple[int, int, str]] = field(default_factory=list)

    def mention(self, member: Member, start: int) -> None:
        insort(self.mentions, (start, -member.order, member.id))


class Bodies:
    """Finds organizations by a noun in their names, or in the words that mention them."""

    def __init__(self) -> None:
        self._all: list[Member] = []
        self._trails: dict[str, _Trail] = {}

    def enter(self, member: Member) -> None:
        """Take in a new organization."""
        self._all.append(member)
        for noun, trail in self._trails.items():
            _follow(trail, noun, member)

    def mention(self, member: Member, span: Span) -> None:
        """Take in another mention of an organization."""
        for noun, trail in self._trails.items():
            if _has_noun(noun, member, span):
                trail.mention(member, span.start)

    def last_before(self, noun: str, offset: int) -> str | None:
        """Return the organization of a noun that is mentioned last before an offset; where none is, the first."""
        trail = self._trails.get(noun) or self._new_trail(noun)
        at = bisect_left(trail.mentions, (offset,))
        return trail.mentions[at - 1][2] if at else trail.first

    def _new_trail(self, noun: str) -> _Trail:
        trail = self._trails[noun] = _Trail()
        for member in self._all:
            _follow(trail, noun, member)
        return trail


def _follow(trail: _Trail, noun: str, member: Member) -> None:
    if noun in member.label.lower():
        trail.first = trail.first or member.id
    for span in member.mentions:
        if _has_noun(noun, member, span):
            trail.mention(member, span.start)


def _has_noun(noun: str, member: Member, span: Span) -> bool:
    """Say whether a body's name, or the words that mention it, hold a noun: "the foreign ministry in Oslo"."""
    return noun in member.label.lower() or noun in span.text.lower()
