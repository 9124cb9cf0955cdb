"""Who is known so far in an article, and whom its mentions stand for."""

import re

from kg.documents import Span
from kg.extraction.coreference.bodies import Bodies
from kg.extraction.coreference.member import Member
from kg.extraction.coreference.persons import Persons
from kg.extraction.identifiers import actor_id
from kg.extraction.mentions import Mention
from kg.facts import ActorType
from kg.gazetteer import Entry

_ALIAS = re.compile(r"\(([A-Z][A-Z.&-]+)\)$")

_ASIDE = 3  # so many times more often are two others mentioned than a state by the way


class Roster:
    """Keeps the members of a cast; ``members`` are by identifier, in the order in which they were first met."""

    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        self.persons, self.bodies = Persons(), Bodies()
        self._by_type: dict[ActorType, list[Member]] = {}
        self._aliases: dict[str, Member] = {}
        self._resolved: dict[tuple[int, int], tuple[str, ...]] = {}

    # members ---------------------------------------------------------------------------------------------------

    def member(self, kind: ActorType, label: str, represents: str | None) -> Member:
        """Return the actor of a name that is in no table; whom it represents tells it from its namesakes."""
        return self._member(actor_id(kind, label, represents), label, kind, represents)

    def organization(self, label: str, represents: str | None) -> Member:
        """Return the organization of a name that is in no table; organizations have no namesakes."""
        return self._member(actor_id("organization", label, None), label, "organization", represents)

    def entry(self, entry: Entry) -> Member:
        """Return the actor of a row of the gazetteer."""
        member = self._member(entry.id, entry.label, "state" if entry.kind == "state" else "organization", None)
        member.wikidata, member.strong = entry.wikidata, True
        return member

    def owner(self, entry: Entry, name: Span) -> Member:
        """Return the actor of a row that a phrase names beside another; "Turkish jets" may be all that names Turkey."""
        member = self.entry(entry)
        if not member.mentions:
            self.mention(member, name)
        return member

    def of_type(self, kind: ActorType) -> list[Member]:
        """Return the members of a type."""
        return self._by_type.get(kind, [])

    def last_states(self, offset: int) -> tuple[str, ...]:
        """Return the two states mentioned last before an offset: "the two countries"; nobody where there is but one.

        A state that was hardly mentioned does not count where the article is about two others. The one that was
        mentioned first comes first.
        """
        before = ((one.last_before(offset), one.order, one) for one in self.of_type("state"))
        states = [one for at, _, one in sorted(before, key=lambda each: each[:2]) if at >= 0]
        if len(states) < 2:
            return ()
        often = sorted(states, key=lambda one: -one.count_before(offset))[:2]
        is_aside = min(one.count_before(offset) for one in states[-2:]) * _ASIDE < often[1].count_before(offset)
        return tuple(one.id for one in sorted(often if is_aside else states[-2:], key=lambda one: one.mentions[0]))

    def called(self, acronym: str) -> Member | None:
        """Return the member that an acronym was introduced for: "the Japan Times (JT)"."""
        return self._aliases.get(acronym)

    def _member(self, ident: str, label: str, kind: ActorType, represents: str | None) -> Member:
        member = self.members.get(ident)
        if member is None:
            member = Member(ident, label, kind, represents=represents, order=len(self.members))
            self.members[ident] = member
            self._by_type.setdefault(kind, []).append(member)
            if kind == "organization":
                self.bodies.enter(member)
        return member

    # mentions --------------------------------------------------------------------------------------------------

    def of(self, mention: Mention) -> tuple[str, ...]:
        """Return the identifiers of the actors that a mention stands for."""
        return self._resolved.get((mention.head.start, mention.head.end), ())

    def resolve(self, mention: Mention, actors: tuple[str, ...]) -> None:
        """Let a mention stand for actors."""
        self._resolved[mention.head.start, mention.head.end] = actors

    def mention(self, member: Member, span: Span) -> None:
        """Note a place where a member is mentioned."""
        member.mentions.append(span)
        if member.type == "organization":
            self.bodies.mention(member, span)

    def call(self, member: Member, mention: Mention) -> None:
        """Note the acronym that a mention introduces for a member; the first to bear it keeps it."""
        alias = _ALIAS.search(mention.span.text)
        if alias:
            self._aliases.setdefault(alias.group(1), member)
