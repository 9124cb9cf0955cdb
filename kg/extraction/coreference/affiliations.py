"""Whom actors belong to: the bodies and states that a phrase names beside a person, an office or a role."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.documents import Span
from kg.extraction.coreference.context import Context
from kg.extraction.coreference.duties import duties_of
from kg.extraction.coreference.member import Member
from kg.extraction.coreference.offices import body_in_table, is_office, office_in_table, office_label, without_mark
from kg.extraction.coreference.roster import Roster
from kg.extraction.lexicons import honorific_roles, role_nouns, words
from kg.extraction.meanings import Meanings
from kg.extraction.mentions import Mention
from kg.facts import Role
from kg.gazetteer import Entry, EntryKind, Gazetteer, Name

ACTORS: tuple[EntryKind, ...] = ("state", "organization")
_LEADING, _JUST_BEFORE = 5, 12  # characters
_ARTICLES = frozenset({"the", "a", "an", "both"})


class Affiliations:
    """Adds mentions to the members that they stand for, with the roles and the bodies that they tell."""

    def __init__(self, roster: Roster, gazetteer: Gazetteer, meanings: Meanings, context: Context) -> None:
        self._roster, self._gazetteer, self._meanings, self._context = roster, gazetteer, meanings, context
        self._openings = [text[0].start if text else 0 for text in context.texts]

    def add(self, member: Member, mention: Mention) -> None:
        """Let a mention stand for a member, and learn what it tells of the member."""
        self._roster.resolve(mention, (member.id,))
        self._roster.mention(member, mention.head)
        self._roster.call(member, mention)
        member.gender = member.gender or mention.gender
        if mention.title in honorific_roles():
            self._roster.persons.hold(member, honorific_roles()[mention.title or ""])
        represents = self.stands_for(mention)
        if mention.noun and mention.role and mention.is_name and member.type != "state":
            state = self._placed_in(mention, represents)
            member.roles.append(Role(mention.role.text, represents, (mention.span,), state))
            self._roster.persons.hold(member, mention.noun.noun)
            self._charge(member, mention.noun.noun, duties_of(mention))
            member.represents = member.represents or represents
        elif mention.kind == "person" and mention.is_name and represents and represents.startswith("organization/"):
            member.represents = member.represents or represents

    def learn_role(self, person: Mention, role: Mention) -> None:
        """Let whom a name stands for hold a role that a clause says is his: "Norway's premier is Ana Holm"."""
        represents = self.stands_for(role)
        for member in map(self._roster.members.__getitem__, self._roster.of(person)):
            if role.noun is None or role.role is None:
                continue
            member.strong = True
            self._roster.persons.enter(member)
            member.roles.append(Role(role.role.text, represents, (role.span,), self._placed_in(role, represents)))
            self._roster.persons.hold(member, role.noun.noun)
            self._charge(member, role.noun.noun, duties_of(role))
            member.represents = member.represents or represents

    def _charge(self, member: Member, noun: str, duties: set[str]) -> None:
        """Learn the words beside a role; they may make another role: a minister of defence is defence minister."""
        member.duties.setdefault(noun, set()).update(duties)
        for role in (f"{duty} {noun}" for duty in duties if (duty, noun) in role_nouns()):
            self._roster.persons.hold(member, role)
            member.duties.setdefault(role, set()).update(duties)

    def stands_for(self, mention: Mention) -> str | None:
        """Return whom a person speaks for: a state only by an office ("minister"), a body by any role in it."""
        found = self.represents(mention.owners)
        is_state = found is not None and found.startswith("state/")
        return None if is_state and mention.noun and mention.noun.noun not in words("offices") else found

    def _placed_in(self, mention: Mention, represents: str | None) -> str | None:
        """Return the state before a role that its bearer does not speak for, else that of the body he is of."""
        if represents is None:
            behind = mention.role.start if mention.role else mention.span.start
            found = self.represents(owner for owner in mention.owners if owner.span.end <= behind)
            return found if found and found.startswith("state/") else None
        body = self._roster.members.get(represents)
        return next((role.state for role in body.roles if role.state), None) if body else None

    def represents(self, owners: Iterable[Mention]) -> str | None:
        """Return the first state or body that a phrase's owners name; all of them become members."""
        return next(iter(self.represented(owners)), None)

    def represented(self, owners: Iterable[Mention]) -> tuple[str, ...]:
        """Return all states and bodies that a phrase's owners name; they become members."""
        if not owners:
            return ()
        return tuple(dict.fromkeys(actor for owner in owners for actor in self._named_by(owner)))

    def place(self, leader: Member, state: str, mention: Mention) -> None:
        """Learn which state somebody leads from a phrase that names the government as his."""
        leader.roles = [replace(role, represents=role.represents or state) for role in leader.roles]
        leader.roles += [Role(role.role, state, (mention.span,)) for role in leader.roles[:1]]
        leader.represents = leader.represents or state

    def organization(self, mention: Mention) -> None:
        """Let a name that is in no table be that of an organization, an office with its state's."""
        label = without_determiner(mention.head.text)
        told = self.stands_for(mention) if mention.noun or is_office(label) else None
        represents = self._state_in(mention) or told or (self.state_here(mention) if is_office(label) else None)
        if represents is None and is_office(label):
            known = self._known_office(label, mention)
            if known is not None:
                self.add(known, mention)
                return
            if known_office := self._office_of_party(label):
                self.add(self._roster.entry(known_office), mention)
                return
            represents = self.state_before(mention)
        state = self._gazetteer.entries.get(represents or "")
        if state and state.kind == "state":
            table = body_in_table(label, state, self._gazetteer)
            if table is None and is_office(label):
                office, label = label, office_label(label, state, self._gazetteer)
                table = office_in_table(label, office, state, self._gazetteer)
            if table:
                member = self._roster.entry(table)
                member.represents = represents
                self.add(member, mention)
                return
        member = self._roster.organization(label, represents)
        member.strong = True
        self.add(member, mention)
        self._place_body(member, mention)

    def is_of_its_state(self, mention: Mention, name: Name) -> bool:
        """Say whether the state before an ambiguous name of a body is the one that the body is of."""
        owner = self._state_before(mention) if name.ambiguous else None
        return owner is not None and owner == self._gazetteer.state_of_body(name.entry.id)

    def is_of_another_state(self, mention: Mention, name: Name) -> bool:
        """Say whether the state before an ambiguous name of a body, or whose capital opens, is not the body's."""
        owner = self._state_before(mention) or (self.state_here(mention) if name.ambiguous else None)
        state = self._gazetteer.state_of_body(name.entry.id)
        return name.ambiguous and None not in (owner, state) and owner != state

    def _place_body(self, body: Member, mention: Mention) -> None:
        """Learn of which state a party, an assembly or the like is from the state before its name."""
        state, noun = self._state_before(mention), body.label.split()[-1]
        if (
            state
            and noun in words("organization-words")
            and not (body.represents or any(one.state for one in body.roles))
        ):
            self.represents(mention.owners)
            body.roles.append(Role(noun, None, (mention.span,), state))

    def _state_before(self, mention: Mention) -> str | None:
        """Return the state that owns a name by the word before it or its modifiers: "Norway's ruling Labour Party"."""
        owners = (owner for owner in mention.owners if owner.last <= mention.head_first and owner.kind == "entity")
        names = (self._meanings.choose(owner.names, ("state",)) for owner in owners)
        return next((name.entry.id for name in names if name), None)

    def _office_of_party(self, label: str) -> Entry | None:
        """Return the one office of a name which only one state has, where the article mentions that state."""
        offices = [name.entry for name in self._gazetteer.lookup(label) if name.entry.kind == "organization"]
        owner = offices[0].state if len({one.id for one in offices}) == 1 else None
        return offices[0] if owner in self._roster.members else None

    def learn_owner(self, body: Member, mention: Mention) -> None:
        """Learn whose body it is from a name that begins with the state's: "Japan Coast Guard"."""
        body.represents = body.represents or self._state_in(mention)

    def _known_office(self, label: str, mention: Mention) -> Member | None:
        """Return the office of this name that was mentioned last, unless its paragraph has named a state since."""
        start, opening = mention.span.start, self._openings[mention.paragraph]
        known = self._roster.members.get(self._roster.bodies.last_before(label.lower(), start) or "")
        at = known.last_before(start) if known else -1
        if known is None or at < 0 or not known.label.lower().endswith(label.lower()):
            return None
        named = max((one.last_before(start) for one in self._roster.of_type("state")), default=-1)
        return None if named >= max(opening, at) else known

    def state_here(self, mention: Mention) -> str | None:
        """Return the state whose capital opens a mention's sentence as its scene: "In Oslo, the ministry said"."""
        place = self._context.opening_scene(mention)
        name = self._meanings.choose(place.names, ("state",)) if place else None
        return self._roster.owner(name.entry, place.head).id if place and name and name.sense == "metonym" else None

    def state_before(self, mention: Mention) -> str | None:
        """Return the state that "the government" is of where the phrase names none.

        It is that of the official who says so in the same sentence, else the one named right before it, the one that
        opens its paragraph, the one named last in that, the one that opens the paragraph before, else the one that the
        article names most.
        """
        if here := self.state_here(mention) or self._state_of_speaker(mention):
            return here
        start, opening = mention.span.start, self._openings[mention.paragraph]
        states = self._roster.of_type("state")
        last = max(states, key=lambda one: one.last_before(start), default=None)
        if last is None:
            return None
        at = last.last_before(start)
        first = self._opening_state(mention.paragraph, states)
        if at >= opening:
            is_first = first is not None and opening + _LEADING < start and at < start - _JUST_BEFORE
            return first.id if first and is_first else last.id
        before = self._opening_state(mention.paragraph - 1, states) if mention.paragraph else None
        return (before or max(states, key=lambda one: len(one.mentions))).id

    def _state_of_speaker(self, mention: Mention) -> str | None:
        """Return the state of the official in whose words a mention stands: "a Greek official said the army had"."""
        for one in self._context.before_in_sentence(mention):
            if one.form == "role" and one.kind == "person" and one.owners and self._context.reports(one):
                found = self.represents(one.owners)
                return found if found and found.startswith("state/") else None
        return None

    def _opening_state(self, paragraph: int, states: Iterable[Member]) -> Member | None:
        """Return the state that a paragraph begins with: "Norway's quarrel with Denmark"."""
        opening = self._openings[paragraph]
        return next((one for one in states if one.last_before(opening + _LEADING) >= opening), None)

    def _named_by(self, owner: Mention) -> Iterator[str]:
        """Yield the states and bodies that one owner stands for; a person's are those that the person represents."""
        if owner.kind == "organization" and not owner.names:
            self.organization(owner)
            yield from self._roster.of(owner)
        elif owner.kind == "person":
            found = (self._roster.members[actor] for actor in self._roster.of(owner))
            bodies = (one.represents if one.type == "person" else one.id for one in found)
            yield from (body for body in bodies if body)
        elif name := self._meanings.choose(owner.names, ACTORS):
            yield self._roster.owner(name.entry, owner.head).id

    def _state_in(self, mention: Mention) -> str | None:
        """Return the state whose demonym or name opens an organization's name ("Turkish Foreign Ministry")."""
        first = without_mark(mention.head.text.split()[0])
        name = self._meanings.choose(tuple(self._gazetteer.lookup(first)), ("state",))
        if name is None:
            return None
        start = mention.head.start
        return self._roster.owner(name.entry, Span(start, start + len(first), first)).id


def without_determiner(text: str) -> str:
    """Return a phrase without its article, and with single spaces.

    >>> without_determiner("both  the ministries")
    'ministries'
    """
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in _ARTICLES:
        parts = parts[1:]
    return " ".join(parts)
