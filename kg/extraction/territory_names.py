"""What must speak for the name of a territory before it is read as one: for most names nothing, for doubtful ones much.

What is asked here of the words of an article is the least; the extractor of territories may ask for more. So a name
whose needs an article cannot meet is not read there, which is what the triage of a build relies on.
"""

from enum import Enum, auto

from kg.extraction.meanings import Meanings
from kg.gazetteer import Entry, Match, Name

PLACE_WORDS = frozenset("in at near from to outside into through toward towards via around".split())
# All the land of those who claim it.
_WHOLE_COUNTRIES = frozenset({"territory/korean-peninsula", "territory/mainland-china"})
# Governments of their own that news names as it names states, for trade and sport as well.
_NAMED_AS_STATES = frozenset({"territory/taiwan", "territory/kosovo"})


class Need(Enum):
    """What must stand around a name."""

    NOTHING = auto()
    CONTENTION = auto()  # a word of contention, in its sentence
    DISPUTE = auto()  # words beside it that make it the object of a dispute
    MORE = auto()  # what words around it cannot give


def need_of_name(match: Match, name: Name, meanings: Meanings) -> Need:
    """Return what must stand around a name for it to be one of a place; the meanings chose it for the match."""
    if not is_doubtful(match, name):
        return Need.NOTHING
    if name.sense == "descriptive":
        return Need.MORE
    support = meanings.support(name.entry)
    if name.entry.status == "settled":
        return Need.NOTHING if support > 2 else Need.DISPUTE
    return Need.NOTHING if support > 1 else Need.CONTENTION


def need_of_territory(match: Match, entry: Entry, *, after_place_word: bool) -> Need:
    """Return what must stand around the name of a place for the article to be about the territory.

    ``after_place_word`` says whether a word of `PLACE_WORDS` stands right before: "in" a city is where something is.
    """
    if _is_also_a_state(match, entry):
        is_breakaway = entry.status == "de facto state" and entry.id not in _NAMED_AS_STATES
        return Need.NOTHING if is_breakaway else Need.DISPUTE
    return Need.CONTENTION if entry.type == "city" and after_place_word else Need.NOTHING


def is_doubtful(match: Match, name: Name) -> bool:
    """Say whether the words are an ambiguous form of the entry, also where its form with accents is none."""
    return name.ambiguous or any(
        other.ambiguous and other.entry.id == name.entry.id and other.text == match.span.text for other in match.names
    )


def _is_also_a_state(match: Match, entry: Entry) -> bool:
    """Say whether the name is a state's as well, so that it may only be an actor here; not a government's."""
    if entry.id in _WHOLE_COUNTRIES:
        return True
    states = [name.entry for name in match.names if name.entry.kind == "state" and name.sense == "name"]
    return any(state.type in {"UN member", "UN observer", "de facto state"} for state in states)
