"""What else must be there for words to tell of an event: the column ``needs`` of the table, a test each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extraction.coreference import Scene
from kg.extraction.happenings.parties import Parties
from kg.extraction.happenings.patterns import noun_classes
from kg.extraction.happenings.sites import Site
from kg.extraction.words import sentence_words

_ARMED = frozenset(
    "rebels militants gunmen fighters insurgents separatists attackers guerrillas terrorists rebel gunman".split()
)
_COURTS = frozenset("court tribunal judge judges panel arbitrators justices icj itlos commission".split())
_AIRCRAFT = frozenset("aircraft bomber bombers fighter fighters helicopter helicopters jet jets plane planes".split())
_ACTIVISTS = frozenset("activist activists campaigners demonstrators fishermen nationalists protesters".split())
_WARS = frozenset("war wars battle battles fighting offensive offensives invasion".split())
_BODIES = frozenset({"state", "organization"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A site with those who take part, in a sentence that ends before word ``end``."""

    scene: Scene
    site: Site
    subject: Parties
    objects: Parties
    end: int

    def words(self, first: int, last: int) -> set[str]:
        """Return words ``first <= i < last`` of the scene in small letters."""
        return {word.lower for word in self.scene.words[first:last]}

    @property
    def lead(self) -> set[str]:
        """The words of the clause before the verb."""
        return self.words(self.site.start, self.site.phrase_first)

    @property
    def sentence(self) -> set[str]:
        """The words of the sentence."""
        number = self.scene.words[self.site.first].sentence
        return {word.lower for word in sentence_words(self.scene.words, number)}

    def kinds(self, actors: Iterable[str]) -> set[str]:
        """Return the kinds of actors: persons, states, organizations, groups."""
        members = self.scene.cast.members
        return {members[actor].type for actor in actors if actor in members}

    def states(self, actors: Iterable[str]) -> set[str]:
        """Return the states that actors are or speak for."""
        members = [self.scene.cast.members[actor] for actor in actors if actor in self.scene.cast.members]
        found = {member.id if member.type == "state" else member.represents for member in members}
        return {state for state in found if state and state.startswith("state/")}


def is_met(told: Telling) -> bool:
    """Say whether all is there that the pattern of a site needs: a subject, and what its column says."""
    needs = told.site.pattern.needs
    active = told.site.tense != "noun" and not told.site.passive
    if active and not told.subject.actors and not told.subject.is_crowd and needs != "victims":
        return False
    return _NEEDS[needs](told)


def _is_official(told: Telling) -> bool:
    """A state, a body or who speaks for a state does it."""
    subject = told.subject
    return subject.is_force or told.kinds(subject.actors) <= _BODIES or bool(told.states(subject.actors))


def _is_armed(told: Telling) -> bool:
    """Those who attack bear arms; critics attack as well."""
    suffered = told.site.passive and bool(told.objects.actors)
    return told.subject.is_force or bool(told.lead & _ARMED) or suffered


def _is_meeting(told: Telling) -> bool:
    """People meet: the visited is somebody, or the trip draws a protest."""
    if told.site.tense == "noun":
        return bool(told.subject.actors)
    if "person" not in told.kinds(told.subject.actors):
        return False
    sentence = told.scene.words[told.site.first].sentence
    answered = any(word.lower.startswith("protest") for word in told.scene.words if word.sentence == sentence)
    return bool(told.objects.actors) or answered


def _names_land(told: Telling) -> bool:
    """A territory, or land of some kind, is named behind the verb."""
    if told.words(told.site.first, told.end) & noun_classes()["land"]:
        return True
    behind = told.scene.mentions_headed(told.site.first, told.end)
    return any(name.entry.kind == "territory" for one in behind for name in one.names)


_NEEDS: dict[str, Callable[[Telling], bool]] = {
    "": lambda told: True,
    "victims": lambda told: bool(told.subject.actors or told.objects.actors),
    "joint": lambda told: len(told.states((*told.subject.actors, *told.objects.actors))) > 1,
    "actors": lambda told: bool(told.objects.actors) or len(told.subject.actors) > 1,
    "body": lambda told: bool(told.kinds(told.objects.actors) & _BODIES),
    "armed": _is_armed,
    "persons": _is_meeting,
    "people": lambda told: bool(told.subject.actors) or told.subject.is_crowd,
    "owner": lambda told: bool(told.subject.actors),
    "state": _is_official,
    "states": lambda told: told.kinds(told.subject.actors) <= {"state"} and "state" in told.kinds(told.objects.actors),
    "force": lambda told: told.subject.is_force,
    "aircraft": lambda told: bool(told.lead & _AIRCRAFT),
    "activists": lambda told: bool(told.lead & _ACTIVISTS),
    "war": lambda told: bool(told.sentence & _WARS),
    "court": lambda told: bool(told.lead & _COURTS),
    "territory": _names_land,
    "colonial": lambda told: "colonial" in told.words(max(told.site.start, told.site.first - 2), told.site.first),
    "somewhere": lambda told: True,  # two who take part, or a date: told when that is known
}
KNOWN_NEEDS = frozenset(_NEEDS)
