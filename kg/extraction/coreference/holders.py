"""Role nouns of the cast: whom "the minister", "the Japanese government", "the two leaders" stand for."""

from collections.abc import Iterable

from kg.extraction.coreference.affiliations import Affiliations
from kg.extraction.coreference.context import Context
from kg.extraction.coreference.duties import duties_of, name_before, told_apart
from kg.extraction.coreference.member import Member
from kg.extraction.coreference.offices import is_office, office_in_table, office_label
from kg.extraction.coreference.persons import HEADS_OF_STATE
from kg.extraction.coreference.roster import Roster
from kg.extraction.lexicons import RoleNoun, words
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE_PRONOUNS
from kg.facts import Role
from kg.gazetteer import Gazetteer

_REGIONS = frozenset({"City", "County", "Island", "Islands", "Province", "Provincial", "Region", "Regional"})
_STATES = frozenset({"country", "government", "nation", "side", "state"})
_OF_SEVERAL = frozenset({"authority", "side"})  # alone these do not tell whose they are
_ONE_OF_EACH = frozenset(
    {"president", "premier", "prime minister", "chancellor", "king", "foreign minister", "defense minister"}
    | {"defence minister", "leader", "ambassador", "government", "authority", "delegation"}
)
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_ANYBODY = frozenset({"leader", "man", "woman"})
_AGED = "year-old"
_ANY_OFFICIAL = frozenset({"official", "diplomat", "envoy", "leader", "minister", "politician", "negotiator"})
_GOES_BY: dict[str, frozenset[str]] = {
    "diplomat": frozenset(
        {
            "ambassador",
            "envoy",
            "special envoy",
            "consul",
            "attaché",
            "foreign minister",
            "chargé d'affaires",
            "charge d'affaires",
        }
    ),
    "envoy": frozenset({"ambassador", "special envoy"}),
    "chief": frozenset({"head", "director", "director general", "chairman", "chairwoman", "commander"}),
    "boss": frozenset({"head", "chief", "director", "chairman", "chairwoman", "chief executive"}),
    "head": frozenset({"chief", "director", "chairman", "chairwoman", "chief executive"}),
    "chair": frozenset({"chairman", "chairwoman"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
    "lawyer": frozenset({"attorney", "counsel"}),
    "attorney": frozenset({"lawyer", "counsel"}),
    "judge": frozenset({"justice"}),
    "academic": frozenset({"professor", "historian", "researcher", "lecturer"}),
    "scholar": frozenset({"professor", "historian", "researcher", "academic"}),
    "expert": frozenset({"professor", "historian", "researcher", "analyst", "scientist", "scholar"}),
    "researcher": frozenset({"scientist", "scholar", "analyst"}),
    "campaigner": frozenset({"activist"}),
    "activist": frozenset({"campaigner"}),
    "monarch": frozenset({"king", "queen", "emperor", "sultan"}),
    "PM": frozenset({"prime minister", "premier"}),
    "senator": frozenset({"senate president", "senate speaker"}),
    "lawmaker": frozenset(
        {"senator", "senate president", "congressman", "congresswoman", "representative", "deputy", "councillor"}
    ),
    "officer": frozenset({"general", "admiral", "colonel", "captain", "lieutenant", "major", "commander", "commodore"}),
}
_THE_OTHER = frozenset("counterpart host guest colleague companion rival opponent client predecessor successor".split())
_FOLLOWING = frozenset({"successor", "predecessor"})
_ANY_BODY = frozenset(
    "company firm newspaper daily paper magazine broadcaster network agency group organization organisation militia "
    "movement bank airline institute forum force union association operator developer charity".split()
)
_DESCRIBING = frozenset(
    {
        "news agency",
        "newspaper",
        "daily",
        "magazine",
        "broadcaster",
        "party",
        "movement",
        "militia",
        "airline",
        "company",
    }
)
_OF_MANY = ("s", "ese", "sh", "ch")  # ends of names that stand for a whole people
_TWO = frozenset({"two", "both"})
_NEAR = 600  # characters that a body may be named before "the company"


class Holders:
    """Says for whom role nouns stand, as far as the names of the article tell."""

    def __init__(self, roster: Roster, affiliations: Affiliations, gazetteer: Gazetteer, context: Context) -> None:
        self._roster, self._affiliations, self._gazetteer, self._context = roster, affiliations, gazetteer, context
        self._persons, self._bodies = roster.persons, roster.bodies

    def found_office(self, mention: Mention) -> None:
        """Enter the office of a state that a phrase names in full, so that bare names behind it are told: "Navy"."""
        noun, owners = mention.noun, [one for one in mention.owners if one.kind == "entity"]
        if mention.form != "role" or noun is None or noun.kind != "organization" or noun.plural or not owners:
            return
        actors = self._office(mention, noun, self._affiliations.represents(owners)) if is_office(noun.noun) else ()
        for actor in actors:
            self._roster.mention(self._roster.members[actor], mention.span)

    def resolve(self, mention: Mention) -> None:
        """Let a role noun stand for those whom it means; an unknown one stands for nobody yet."""
        self._join(mention)
        self._succeed(mention)
        actors = self._national(mention) if mention.is_name else self._of_role(mention)
        if actors:
            self._learn_state(mention, self._roster.members[actors[0]] if len(actors) == 1 else None)
            self._roster.resolve(mention, actors)
            for actor in actors:
                self._roster.mention(self._roster.members[actor], mention.span)

    def _learn_state(self, mention: Mention, member: Member | None) -> None:
        """Learn a person's state from the role noun that names both ("the Japanese leader")."""
        state = self._affiliations.represents(mention.owners)
        if member and member.type == "person" and not member.represents and state and mention.role:
            member.represents = state
            member.roles.append(Role(mention.role.text, state, (mention.span,)))

    def _succeed(self, mention: Mention) -> None:
        """Learn the office of a named successor or predecessor from the person before whose he is."""
        noun = mention.noun.noun if mention.noun and mention.is_name else ""
        mine = self._roster.of(mention) if noun in _FOLLOWING and mention.role else ()
        others = [one for one in self._persons.all if one.heads & HEADS_OF_STATE and one.id not in mine]
        other = self._last(others, mention) if mine else None
        for office in other.heads & HEADS_OF_STATE if other else ():
            person = self._roster.members[mine[0]]
            self._persons.hold(person, office)
            person.duties.setdefault(office, set()).update({"former"} if noun == "predecessor" else ())

    def _join(self, mention: Mention) -> None:
        """Learn to which body somebody belongs from what is called his: "members of his Green Front organization"."""
        owner = mention.owners[-1] if mention.owners else None
        if owner is None or owner.kind != "organization" or mention.noun is None or mention.noun.kind != "organization":
            return
        person = (
            self._last(self._persons.all, mention) if mention.span.text.split()[0].lower() in {"his", "her"} else None
        )
        bodies = self._roster.of(owner)
        if person and bodies and not person.represents and person.roles:
            person.represents = bodies[0]
            person.roles.append(Role(person.roles[0].role, bodies[0], (mention.span,)))

    def _of_role(self, mention: Mention) -> tuple[str, ...]:
        return self._holders(mention, mention.noun) if mention.noun and mention.form == "role" else ()

    def _holders(self, mention: Mention, noun: RoleNoun) -> tuple[str, ...]:
        states = self._affiliations.represented(mention.owners)
        state = next(iter(states), None)
        if len(states) > 1 and noun.plural and noun.noun in _ONE_OF_EACH:
            return tuple(one for each in states for one in self._of_state(noun, each, mention))
        if noun.kind == "government":
            return self._government(mention, noun, state)
        if noun.kind == "organization" and not noun.plural:
            here = self._affiliations.state_here(mention) if state is None and is_office(noun.noun) else None
            return self._body(mention, noun, state or here)
        if noun.kind == "person" and noun.plural and mention.definite:
            return self._group(mention) or self._pair(mention, noun) or self._both_states(mention, noun)
        is_somebodys = noun.noun in _THE_OTHER and any(owner.kind == "person" for owner in mention.owners)
        if noun.kind == "person" and not noun.plural and (mention.definite or state or is_somebodys):
            return self._person(mention, noun, state)
        return ()

    def _of_state(self, noun: RoleNoun, state: str, mention: Mention) -> tuple[str, ...]:
        """Return who holds a role for a state, if the article has named one before, else the state that speaks."""
        holders = [one for one in self._fitting(mention, noun) if one.represents == state]
        last = self._last(holders, mention)
        return (last.id,) if last else (state,)

    # states and bodies -----------------------------------------------------------------------------------------

    def _government(self, mention: Mention, noun: RoleNoun, state: str | None) -> tuple[str, ...]:
        """Resolve "the Japanese government" to Japan, "the government" and "the two countries" to those named last."""
        entry = self._gazetteer.entries.get(state or "")
        if entry is not None:
            return (self._roster.entry(entry).id,)
        leader = self._leader(mention)
        if leader is None and not _REGIONS.isdisjoint(mention.span.text.split()):
            return ()  # "the Orkney Islands government"
        is_each = mention.span.text.lower().startswith("each ")
        if not mention.definite and leader is None and not is_each:
            return ()
        if mention.plural or is_each:
            return self._roster.last_states(mention.span.start) if noun.noun in _STATES else ()
        last = self._affiliations.state_before(mention) if noun.noun not in _OF_SEVERAL else None
        if leader and last:
            self._affiliations.place(leader, last, mention)
        return (last,) if last else ()

    def _leader(self, mention: Mention) -> Member | None:
        """Return whose government a phrase names where his state is not told: "Prime Minister Holm's government"."""
        owners = (actor for owner in mention.owners if owner.kind == "person" for actor in self._roster.of(owner))
        return next((one for actor in owners if _is_head_of_state(one := self._roster.members[actor])), None)

    def _both_states(self, mention: Mention, noun: RoleNoun) -> tuple[str, ...]:
        """Resolve "the two foreign ministers" whom nobody has named, and "the neighbours", to the states named last."""
        is_two = not _TWO.isdisjoint(mention.span.text.lower().split()[:2]) and noun.noun in words("offices")
        return self._roster.last_states(mention.span.start) if is_two or noun.noun in _NEIGHBOURS else ()

    def _body(self, mention: Mention, noun: RoleNoun, state: str | None) -> tuple[str, ...]:
        """Resolve "the Japanese foreign ministry", "the ministry" to a body that is known or named so."""
        if noun.noun == "office":
            return self._office_of(mention)
        if described := self._described(mention, noun):
            return (described,)
        if state is None and mention.definite:
            known = self._bodies.last_before(noun.noun, mention.span.start) or self._last_body(mention, noun)
            if known:
                return () if self._is_called_otherwise(mention, noun, known) else (known,)
        if state and mention.definite and not is_office(noun.noun):
            return self._only_body(noun, state)
        joined = self._joined_state(mention) if is_office(noun.noun) else None
        if not is_office(noun.noun) or (state is None and not mention.definite and joined is None):
            return ()
        return self._office(mention, noun, state or joined or self._affiliations.state_before(mention))

    def _described(self, mention: Mention, noun: RoleNoun) -> str | None:
        """Return the body whose name stands right before the noun that tells what it is: "the TASS news agency"."""
        owner = mention.owners[0] if noun.noun in _DESCRIBING and mention.owners else None
        if owner is None or owner.last != mention.head_first:
            return None
        bodies = (self._roster.members[actor] for actor in self._roster.of(owner))
        return next((one.id for one in bodies if one.type == "organization"), None)

    def _is_called_otherwise(self, mention: Mention, noun: RoleNoun, known: str) -> bool:
        """Say whether a name stands right before the noun that is not the known body's: "the Belos news agency"."""
        name = name_before(mention) if noun.noun in _DESCRIBING else ""
        return bool(name) and name not in self._roster.members[known].label.lower()

    def _joined_state(self, mention: Mention) -> str | None:
        """Return whose the office is that "and" joins to a bare one: "the Norwegian navy and coastguard"."""
        others = self._context.ending_at(mention, mention.first - 1) if self._context.before(mention) == "and" else ()
        offices = (self._roster.members[actor] for other in others for actor in self._roster.of(other))
        return next((one.represents for one in offices if one.represents and is_office(one.label)), None)

    def _only_body(self, noun: RoleNoun, state: str) -> tuple[str, ...]:
        """Return the one body of the article that a noun in its name tells: "the electoral council in Caracas"."""
        named = [one for one in self._roster.of_type("organization") if noun.noun in one.label.lower().split()]
        return (named[0].id,) if len(named) == 1 and named[0].strong and named[0].represents in {None, state} else ()

    def _office(self, mention: Mention, noun: RoleNoun, state: str | None) -> tuple[str, ...]:
        entry = self._gazetteer.entries.get(state or "")
        if entry is None:
            return ()
        role = mention.role.text if mention.role else noun.noun
        label = office_label(role, entry, self._gazetteer)
        table = office_in_table(label, role, entry, self._gazetteer)
        return ((self._roster.entry(table) if table else self._roster.organization(label, entry.id)).id,)

    def _office_of(self, mention: Mention) -> tuple[str, ...]:
        """Resolve "his office", "the premier's office" to the office of who leads a state, by his role."""
        owners = [one for owner in mention.owners for one in self._roster.of(owner)]
        known = [self._roster.members[one] for one in owners if one in self._roster.members]
        if not known and mention.span.text.split()[0].lower() in {"his", "her"}:
            leader = self._last((one for one in self._persons.all if _is_head_of_state(one)), mention)
            known = [leader] if leader and leader.last_before(mention.span.start) > mention.span.start - _NEAR else []
        for person in known:
            entry = self._gazetteer.entries.get(person.represents or "")
            role = next((one.role for one in person.roles if one.role.lower() in HEADS_OF_STATE), None)
            if entry and entry.kind == "state" and role:
                label = office_label(f"{role.title()}'s Office", entry, self._gazetteer)
                return (self._roster.organization(label, entry.id).id,)
        return ()

    def _last_body(self, mention: Mention, noun: RoleNoun) -> str | None:
        """Return the organization named shortly before "the company": one whose name does not tell what it is."""
        if noun.noun not in _ANY_BODY:
            return None
        at = mention.span.start
        named = [one for one in self._roster.of_type("organization") if not is_office(one.label)]
        last = max(named, key=lambda one: one.last_before(at), default=None)
        return last.id if last and last.last_before(at) > max(at - _NEAR, -1) else None

    # persons ---------------------------------------------------------------------------------------------------

    def _group(self, mention: Mention) -> tuple[str, ...]:
        """Return the group that was named before with the same noun: "the officials"."""
        head, offset = mention.head.text.lower(), mention.span.start
        groups = [one for one in self._roster.of_type("group") if one.label.lower().split()[-1] == head]
        before = [one for one in groups if one.last_before(offset) >= 0]
        return (before[-1].id,) if before else ()

    def _person(self, mention: Mention, noun: RoleNoun, state: str | None) -> tuple[str, ...]:
        """Return the person named last before who may hold a role."""
        if _AGED in noun.noun:
            holders = self._persons.all
        else:
            fitting = [one for one in self._fitting(mention, noun) if state is None or self._is_of(one, state)]
            duties = duties_of(mention)
            deputies = self._persons.holding("deputy") if "deputy" in duties else []
            holders = told_apart(fitting, noun.noun, duties) or deputies
        last = self._last(holders, mention) or self._last(self._by_kind(mention, noun, state), mention)
        if last:
            new = self._context.introduced_before(mention)
            is_another = new is not None and new.span.start > last.last_before(mention.span.start)
            return () if is_another else (last.id,)
        is_told_later = len(holders) == 1 and mention.definite and state and noun.noun in HEADS_OF_STATE
        return (holders[0].id,) if is_told_later else ()

    def _last(self, persons: Iterable[Member], mention: Mention) -> Member | None:
        """Return the person of these who was mentioned last before a mention; None where none was."""
        last = max(persons, key=lambda one: one.last_before(mention.span.start), default=None)
        return last if last and last.last_before(mention.span.start) >= 0 else None

    def _by_kind(self, mention: Mention, noun: RoleNoun, state: str | None) -> list[Member]:
        """Return the persons whom a noun means that is not their own: "the Indian official", "the diplomat"."""
        if state is not None:
            is_any = noun.noun in _ANY_OFFICIAL | _THE_OTHER and mention.definite
            of_state = [one for one in self._persons.all if is_any and one.represents == state]
            return of_state or [one for one in self._going_by(mention, noun) if one.represents is None]
        if noun.noun in _THE_OTHER and mention.span.text.split()[0].lower() in POSSESSIVE_PRONOUNS:
            return self._other(mention)
        return self._going_by(mention, noun)

    def _going_by(self, mention: Mention, noun: RoleNoun) -> list[Member]:
        """Return the persons whose roles go by a noun as well: "the lawyer" of an attorney."""
        kinds = _GOES_BY.get(noun.noun, frozenset()) if mention.definite else frozenset[str]()
        return [one for one in self._persons.all if one.heads & kinds]

    def _other(self, mention: Mention) -> list[Member]:
        """Return the other one of two persons who are all that the article has named: "his counterpart"."""
        named = [one for one in self._persons.all if one.last_before(mention.span.start) >= 0]
        named.sort(key=lambda one: -one.last_before(mention.span.start))
        return named[1:] if len(named) == 2 else []

    def _national(self, mention: Mention) -> tuple[str, ...]:
        """Return whom a people's name means: a person of the state ("The American said"), or many ("the Chinese")."""
        states = {name.entry.id for name in mention.names if name.sense == "demonym"}
        is_one = mention.span.text.lower().startswith("the ") and len(states) == 1
        if not is_one or self._roster.of(mention) or not self._context.is_subject(mention):
            return ()
        if mention.head.text.endswith(_OF_MANY):
            return (self._roster.member("group", mention.head.text, next(iter(states))).id,)
        last = self._last((one for one in self._persons.all if one.represents in states), mention)
        return (last.id,) if last else ()

    def _pair(self, mention: Mention, noun: RoleNoun) -> tuple[str, ...]:
        """Return the two persons named last before "the two ministers", "both presidents" who may be these."""
        if _TWO.isdisjoint(mention.span.text.lower().split()[:2]):
            return ()
        everybody = self._persons.all
        holders = everybody if noun.noun in _ANYBODY else self._fitting(mention, noun)
        if len(holders) < 2:
            holders = [one for one in everybody if not one.heads]
        places = [(-place, one) for one in holders if (place := one.last_before(mention.span.start)) >= 0]
        recent = sorted(places, key=lambda pair: pair[0])[:2]
        return tuple(one.id for _, one in recent) if len(recent) > 1 else ()

    def _fitting(self, mention: Mention, noun: RoleNoun) -> list[Member]:
        """Return the persons who hold a role and are of no other gender than its noun."""
        holders, gender = self._persons.holding(noun.noun), mention.gender
        return [one for one in holders if not gender or one.gender in {None, gender}]

    def _is_of(self, one: Member, state: str) -> bool:
        """Say whether a person represents a state, or may: as the only head of state of whom the state is not told."""
        if one.represents:
            return one.represents == state
        return _is_head_of_state(one) and not any(
            other.represents == state and _is_head_of_state(other) for other in self._persons.holding("leader")
        )


def _is_head_of_state(one: Member) -> bool:
    return bool(one.heads & HEADS_OF_STATE)
