"""Names of the cast: full names and tables first, then the short forms that stand for them, then acronyms."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import compress
from operator import not_

from kg.extraction.coreference.affiliations import ACTORS, Affiliations
from kg.extraction.coreference.context import Context
from kg.extraction.coreference.member import Member
from kg.extraction.coreference.offices import is_office
from kg.extraction.coreference.roster import Roster
from kg.extraction.identifiers import slug
from kg.extraction.lexicons import words
from kg.extraction.meanings import Meanings
from kg.extraction.mentions import Mention
from kg.extraction.words import GENDERS
from kg.gazetteer import Name

_SHORT_FAMILY_NAME = 3  # letters: so short a first word is a family name ("Ro Tae-ho", "Xi Jinping")

_YOUNGER, _ELDER = frozenset({"younger"}), frozenset({"elder", "older"})
_PARENTS = frozenset({"father", "mother", "grandfather", "grandmother", "uncle", "aunt"})
_OF_STATES = frozenset({"coast guard", "military", "government body", "security service"})


class Naming:
    """Says which members names stand for; makes new members of names that nobody bears."""

    def __init__(self, roster: Roster, affiliations: Affiliations, meanings: Meanings, context: Context) -> None:
        self._roster, self._affiliations, self._meanings, self._context = roster, affiliations, meanings, context
        self._untold: dict[str, Mention] = {}

    def resolve(self, body: list[Mention], headlines: list[Mention]) -> None:
        """Resolve the names of an article; headlines name only persons that the body names in full."""
        self._entities(body)
        for mention in (*body, *headlines):
            if (mention.kind == "organization" or _is_doubtful_body(mention)) and not self._roster.of(mention):
                self._affiliations.organization(mention)
        self._bodies([one for one in (*body, *headlines) if one.kind == "person" and not self._roster.of(one)])
        self._persons([one for one in body if one.kind == "person" and not self._roster.of(one)])
        self._headlines([one for one in headlines if not self._roster.of(one)])
        for mention in body:
            if mention.kind == "acronym":
                self._acronym(mention)
            else:
                self.learn_state(mention)

    def learn_state(self, mention: Mention) -> None:
        """Learn for whom somebody speaks from the person he serves: "Okoye's press secretary"."""
        served = any(owner.kind == "person" for owner in mention.owners)
        represents = self._affiliations.stands_for(mention) if served else None
        for actor in self._roster.of(mention) if represents else ():
            member = self._roster.members[actor]
            member.represents = member.represents or represents
            member.roles = [replace(role, represents=role.represents or represents) for role in member.roles]

    def short(self, mention: Mention) -> None:
        """Resolve one word of a name: who bears it as last name, else as first; the last mentioned before."""
        part = slug(mention.head.text)
        chosen = self._bearers(part, mention.gender)
        if not chosen and part in self._untold and self._is_somebody(mention):
            self._full(self._untold.pop(part))
            chosen = self._bearers(part, mention.gender)
        chosen = self._of_age(chosen, self._context.adjective_before(mention))
        if chosen:
            self._affiliations.add(max(chosen, key=lambda one: one.last_before(mention.span.start)), mention)
        elif self._is_somebody(mention):
            self.new_person(mention)

    def last_of(self, pronoun: str, mention: Mention) -> Member | None:
        """Return the person named last before a mention whom "his", "her" or "whose" can mean; None where none is."""
        gender = GENDERS.get(pronoun.lower())
        fitting = [one for one in self._roster.persons.all if gender is None or one.gender in {None, gender}]
        last = max(fitting, key=lambda one: one.last_before(mention.span.start), default=None)
        return last if last and last.last_before(mention.span.start) >= 0 else None

    def _of_age(self, persons: list[Member], adjective: str) -> list[Member]:
        """Return those of one name who may be the younger or the elder, where one is called a father."""
        if adjective not in _YOUNGER | _ELDER:
            return persons
        is_elder = adjective in _ELDER
        return [one for one in persons if bool(one.heads & _PARENTS) == is_elder] or persons

    def _is_somebody(self, mention: Mention) -> bool:
        """Say whether one word names a person: by a title, as a given name, or because it speaks."""
        return mention.strong or mention.head.text in words("given-names") or self._context.speaks(mention)

    def new_person(self, mention: Mention) -> None:
        """Let a name be that of a person who was not named before."""
        represents = self._affiliations.stands_for(mention)
        member = self._roster.member("person", " ".join(mention.head.text.split()), represents)
        if mention.strong:
            member.strong = True
            self._roster.persons.enter(member)
        self._affiliations.add(member, mention)

    # tables ----------------------------------------------------------------------------------------------------

    def _entities(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            if mention.kind == "entity" or mention.names:
                name = self._of_owner(mention) or self._meanings.choose(mention.names, ACTORS)
                if name is None:
                    self._people(mention)
                elif self._affiliations.is_of_another_state(mention, name):
                    self._affiliations.organization(mention)
                elif not _is_owned_office(mention, name) and not self._is_scene(mention, name):
                    self._entity(mention, name)

    def _of_owner(self, mention: Mention) -> Name | None:
        """Return the body of several with one name that is of the state before it: "India's opposition Congress"."""
        return next((name for name in mention.names if self._affiliations.is_of_its_state(mention, name)), None)

    def _people(self, mention: Mention) -> None:
        """Let the name of a territory's people stand for them: "Kashmiris"."""
        name = self._meanings.choose(mention.names, ("territory",))
        if name is not None and name.sense == "demonym" and name.text.endswith("s"):
            self._affiliations.add(self._roster.member("group", mention.head.text, None), mention)

    def _is_scene(self, mention: Mention, name: Name) -> bool:
        """Say whether a capital is meant as a city: where something is, "in Beijing" or "Beijing's east"."""
        return name.sense == "metonym" and self._context.is_scene(mention)

    def _entity(self, mention: Mention, name: Name) -> None:
        """Let a mention stand for a state or body; of demonyms, only the plural stands for people: "Russians"."""
        if name.sense != "demonym":
            self._affiliations.add(self._roster.entry(name.entry), mention)
            if name.entry.type in _OF_STATES:
                self._affiliations.learn_owner(self._roster.entry(name.entry), mention)
        elif name.text.endswith("s"):
            self._affiliations.add(self._roster.member("group", mention.head.text, name.entry.id), mention)

    def _acronym(self, mention: Mention) -> None:
        """Resolve a word in capitals: a body's short name, or a family name as transcripts write it ("DOE: ...")."""
        part = slug(mention.head.text)
        bearers = (one for one in self._roster.persons.bearers(part) if part == one.tokens[-1])
        known = self._roster.called(mention.head.text) or next(bearers, None)
        self._affiliations.add(known or self._roster.organization(mention.head.text, None), mention)

    def _bodies(self, mentions: Iterable[Mention]) -> None:
        """Let bare names be those of bodies that the article has told to be such: "the daily Dawn ... Dawn said"."""
        bodies = {one.label: one for one in self._roster.of_type("organization")}
        for mention in mentions:
            known = bodies.get(mention.head.text)
            if known is not None and mention.noun is None and mention.title is None:
                self._affiliations.add(known, mention)

    # persons ---------------------------------------------------------------------------------------------------

    def _persons(self, mentions: list[Mention]) -> None:
        full = [mention for mention in mentions if not _is_short(mention)]
        told = [self._context.is_person(mention) for mention in full]
        for mention in full:
            self._also_known(mention)
        for mention in compress(full, told):
            if not self._roster.of(mention):
                self._full(mention)
        for mention in compress(full, map(not_, told)):
            self._known(mention)
            if not self._roster.of(mention):
                self._untold.setdefault(slug(mention.head.text.split()[-1]), mention)
        for mention in mentions:
            if _is_short(mention):
                self.short(mention)

    def _headlines(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            if mention.kind == "entity" or mention.names:
                self._entities((mention,))
            elif mention.kind == "person":
                self.short(mention) if _is_short(mention) else self._known(mention)

    def _full(self, mention: Mention) -> None:
        """Resolve a full name to who bears it, in the longest spelling, or to a new person."""
        known = self._namesake(mention)
        if known is None:
            self.new_person(mention)
            return
        if len(mention.head.text) > len(known.label):
            self._roster.persons.rename(known, " ".join(mention.head.text.split()))
        self._affiliations.add(known, mention)

    def _also_known(self, mention: Mention) -> None:
        """Learn that a name is another one of the person named before: "Ana Holm, also known as Ana Berg"."""
        first = self._context.called_before(mention)
        if first is None or first.kind != "person" or _is_short(first):
            return
        self._full(first)
        for actor in self._roster.of(first):
            member = self._roster.members[actor]
            self._roster.persons.call(member, _folded(mention))
            self._affiliations.add(member, mention)

    def _known(self, mention: Mention) -> None:
        known = self._namesake(mention)
        if known:
            self._affiliations.add(known, mention)

    def _namesake(self, mention: Mention) -> Member | None:
        parts = _folded(mention)
        for member in self._roster.persons.bearers(parts[-1]):
            if any(_is_same_name(parts, name) for name in (member.tokens, *member.aliases)):
                return member
        return None

    def _bearers(self, part: str, gender: str | None) -> list[Member]:
        """Return the persons of one word, folded: by family name, by first name, by any, by one misspelt."""
        persons = self._roster.persons
        bearers = persons.bearers(part)
        if gender:
            bearers = [one for one in bearers if one.gender in {None, gender}] or bearers
        family = [one for one in bearers if part in (one.tokens[-1], _family_of(one.tokens))]
        return family or [one for one in bearers if part == one.tokens[0]] or bearers or persons.alike(part)


def _is_owned_office(mention: Mention, name: Name) -> bool:
    """Say whether a phrase tells whose office it is of several with one name: "Norway's Foreign Ministry"."""
    return name.ambiguous and bool(mention.owners) and is_office(mention.head.text)


def _is_doubtful_body(mention: Mention) -> bool:
    """Say whether a name may stand for several bodies, or for one of many of that name: "the People's Party"."""
    is_body = {name.entry.kind for name in mention.names} == {"organization"}
    name = mention.head.text.split()
    return mention.kind == "entity" and is_body and len(name) > 1 and not words("organization-words").isdisjoint(name)


def _is_short(mention: Mention) -> bool:
    return mention.head_last - mention.head_first == 1


def _folded(mention: Mention) -> tuple[str, ...]:
    return tuple(slug(part) for part in mention.head.text.split())


def _is_same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names of several words can be one person's: in any order, or one within the other."""
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    ends_alike = short[-1] == long[-1]
    return ends_alike and len(short) > 1 and set(short).issubset(long)


def _family_of(tokens: tuple[str, ...]) -> str:
    """Return the family name where it stands first, as in names whose given name is hyphenated ("Han Dae-Jun")."""
    is_first = len(tokens) > 1 and ("-" in tokens[-1] or len(tokens[0]) <= _SHORT_FAMILY_NAME)
    return tokens[0] if is_first else tokens[-1]
