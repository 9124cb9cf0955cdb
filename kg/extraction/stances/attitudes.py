"""Verbs that answer or put forward something: recognise, reject, support, oppose, propose, want, refuse."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.groups import Site
from kg.extraction.stances.heads import ACTS, Phrase
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.lexicon import NEGATED, STANCES, is_gerund, lexemes
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import PREPOSITIONS

_ON_TERRITORY = frozenset({"claims-sovereignty", "recognizes-claim", "rejects-claim"})
_TALKS = frozenset({"seeks-negotiation", "refuses-negotiation"})
_SIDES = frozenset({"support", "oppose", "reject"})
_ENDS = frozenset({"cessation", "end", "halt", "stop"})
_OUTINGS = frozenset("trip trips tour visit visits flight flights voyage ceremony election elections".split())
_PARTICLES = frozenset({"down", "aside", "off", "out", "forward"})
_WANTING = frozenset({"want", "demand"})
_OWNING = frozenset({"recognize", "accept", "concur"})
_OWNERS = frozenset({"sovereign", "owner", "ruler", "sovereignty"})
_AGAINST = frozenset({"opposes", "rejects-claim"})
_TAKING_UP = frozenset({"this", "these", "those", "such"})
_NO_OBJECTS = PREPOSITIONS - {"around", "about", "over", "under"}
_ANSWERS = frozenset({"recognize", "accept", "respect", "support"})


class AttitudeReader:
    """Reads what verbs of attitude say of their objects in one scene; the last object serves a bare "in favor"."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases
        self._last: Thing | None = None

    def read(self, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one verb."""
        if site.modal and site.lexeme.sense in _ANSWERS and not site.negated:
            return
        if site.lexeme.sense in _OWNING and (sovereign := self._sovereign(site.last, last)):
            yield from self._of_sovereign(site, holders, *sovereign)
            return
        if self._phrases.opens_clause(site.last, last):
            return
        if site.lexeme.sense == "respect" and not site.asked:
            return
        if site.lexeme.sense == "partake" and not site.negated:
            return  # whoever takes part need not be for it
        phrase = self._object(site, holders, first)
        if phrase is None:
            yield from self._of_share(site, holders)
            return
        if phrase.kind == "infinitive" and site.lexeme.sense != "offer":
            return
        stance = self._stance(site, holders, phrase)
        if stance == "proposes" and (ended := self._ended(phrase)) and not self._is_own(ended, holders):
            phrase, stance = ended, "opposes"  # "called for an end to the patrols"
        if stance in _AGAINST and not site.negated and self._is_own(phrase, holders):
            return  # nobody is against what is his own: the verb is somebody else's
        if stance:
            things = self._things(site, phrase, stance, last)
            for holder in holders.actors:
                toward = self._toward(site, phrase, stance, holders, holder)
                for thing in things:
                    self._last = thing
                    one = replace(holders, actors=(holder,))
                    yield from self._clauses.stands(site, one, stance, thing, toward=toward)

    def _ended(self, phrase: Phrase) -> Phrase | None:
        """Return what "a halt to X", "an end to X" are to end."""
        link = phrase.head + 1
        is_end = self._words[phrase.head].lower in _ENDS and link < len(self._words)
        return self._phrases.read(link + 1) if is_end and self._words[link].lower in {"to", "of"} else None

    def _is_own(self, phrase: Phrase, holders: Holders) -> bool:
        """Say whether what a phrase names is that of the holders; "their" is not that of one who is no group."""
        is_theirs = self._words[phrase.first].lower == "their"
        if is_theirs and len(holders.actors) == 1 and not self._clauses.setting.is_group(holders.actors[0]):
            return False
        return self._phrases.owner(phrase).actor in holders.actors

    def _of_share(self, site: Site, holders: Holders) -> Iterator[Stand]:
        """Read "and 22 percent in favor": of what the others were against."""
        if holders.share is not None and self._last is not None and site.lexeme.part == "predicate":
            yield from self._clauses.stands(site, holders, STANCES[site.lexeme.sense]["*"], self._last)

    def _of_sovereign(self, site: Site, holders: Holders, place: Thing, owner: str) -> Iterator[Stand]:
        stance = "rejects-claim" if site.negated or holders.nobody else "recognizes-claim"
        yield from self._clauses.stands(site, holders, stance, place, toward=owner)

    def _sovereign(self, at: int, last: int) -> tuple[Thing, str] | None:
        """Return the place and its owner in "recognise X as sovereign over Y", "agree that X is the owner of Y"."""
        end = self._clauses.end(at, last)
        title = next((i for i in range(at + 2, min(at + 8, end)) if self._words[i].lower in _OWNERS), None)
        if title is None or title + 2 >= end or self._words[title + 1].lower not in {"over", "of"}:
            return None
        owner, phrase = self._clauses.within(at, title), self._phrases.read(title + 2)
        things = self._phrases.territories(phrase) if phrase else []
        return (things[0], owner) if things and owner else None

    # objects ---------------------------------------------------------------------------------------------------

    def _object(self, site: Site, holders: Holders, first: int) -> Phrase | None:
        if site.kind == "passive":
            return self._subject(site, first)
        if site.last < len(self._words) and self._words[site.last].lower in {"nor", "or"}:
            return self._shared(site)
        if site.gaps[1] > site.gaps[0] and site.lexeme.form[-1] in _PARTICLES:
            return self._phrases.read(site.gaps[0], site.gaps[1])
        behind = self._words[site.last].lower if site.last < len(self._words) else ""
        is_deed = site.lexeme.sense == "offer" and behind == "to" and not self._is_talking(site.last + 1)
        phrase = self._phrases.read(site.last) if is_deed or behind not in _NO_OBJECTS else None
        if phrase is None:
            return self._phrases.before_which(holders.first, first)
        if site.lexeme.sense in _WANTING and (self._words[phrase.last - 1].lower == "back" or self._is_capital(phrase)):
            return Phrase(phrase.first, phrase.last, phrase.head, "return") if self._is_place(phrase) else None
        if phrase.kind == "pronoun" and site.lexeme.sense in _SIDES and self._is_it(phrase.first):
            return self._phrases.act_before(phrase.first)
        return self._aim(site, phrase) or phrase

    def _is_talking(self, at: int) -> bool:
        """Say whether a verb at a word is one of talks, which tell of themselves: "offered to negotiate"."""
        verbs = lexemes("verb").get(self._words[at].lower, ()) if at < len(self._words) else ()
        return any(one.sense == "negotiate" for one in verbs)

    def _is_capital(self, phrase: Phrase) -> bool:
        """Say whether a place is wanted "as the capital of a state"."""
        behind = [word.lower for word in self._words[phrase.last : phrase.last + 6]]
        return behind[:1] == ["as"] and "capital" in behind

    def _is_place(self, phrase: Phrase) -> bool:
        return self._phrases.is_named(phrase.first, phrase.last)

    def _shared(self, site: Site) -> Phrase | None:
        """Return the object of the second verb: "neither recognise nor bargain over the annexation"."""
        for at in (site.last + 2, site.last + 3):
            phrase = self._phrases.read(at)
            if phrase and (phrase.is_right or phrase.kind in ACTS):
                return phrase
        return None

    def _aim(self, site: Site, phrase: Phrase) -> Phrase | None:
        """Return the aim in "supported Islamabad in seeking a plebiscite"."""
        for at in (
            range(phrase.first + 1, min(phrase.first + 5, phrase.last - 2)) if site.lexeme.sense == "support" else ()
        ):
            if self._words[at].lower == "in" and self._words[at + 1].lower.endswith("ing"):
                return self._phrases.read(at + 2)
            if self._words[at].lower == "in" and self._words[at + 1].lower in {"its", "his", "their"}:
                return self._phrases.read(at + 1)
        return None

    def _subject(self, site: Site, first: int) -> Phrase | None:
        """Return the phrase before a passive: "the plan was rejected by X"."""
        at = site.phrase_first
        while (
            at > first
            and self._words[at - 1].letters
            and self._words[at - 1].lower not in {"and", "but", "that", "said"}
        ):
            at -= 1
        phrase = self._phrases.read(at) if at < site.phrase_first else None
        return phrase if phrase and phrase.head < site.phrase_first else None

    # stances ---------------------------------------------------------------------------------------------------

    def _stance(self, site: Site, holders: Holders, phrase: Phrase) -> str | None:
        """Return what the verb says of an object of this class, turned round where it is negated."""
        senses = STANCES[site.lexeme.sense]
        if phrase.kind == "matter" and site.lexeme.sense == "propose" and self._is_settled(phrase):
            return "seeks-negotiation"
        stance = next((senses[key] for key in self._keys(site, holders, phrase) if key in senses), None)
        if stance == "recognizes-claim" and self._words[phrase.head].lower == "administration":
            return None if not site.negated else "rejects-claim"  # that somebody administers a place can be owned to
        if site.lexeme.sense == "refuse" and phrase.kind == "gerund" and is_gerund(self._words[phrase.first].lower):
            return None  # the gerund's own reader tells it: "ruled out returning X"
        if stance == "claims-sovereignty" and site.lexeme.sense in _WANTING and not self._is_place(phrase):
            return None
        if site.lexeme.sense == "break" and self._words[phrase.head].lower in _OUTINGS:
            return None  # a trip may be called off for the weather
        if stance == "supports" and site.lexeme.sense == "want" and site.kind == "passive":
            return None  # what was asked for need not be liked
        return NEGATED.get(stance) if stance and (site.negated or holders.nobody) else stance

    def _is_settled(self, phrase: Phrase) -> bool:
        """Say whether a dispute is to be settled: "called for the row to be settled by talks"."""
        return any(word.lower in {"settled", "resolved", "solved"} for word in self._words[phrase.head : phrase.last])

    def _keys(self, site: Site, holders: Holders, phrase: Phrase) -> list[str]:
        """Return the names of the object's class in the table of stances, the most particular first."""
        if phrase.kind in {"pronoun", "territory"}:
            return [phrase.kind]
        if not phrase.is_right:
            return [phrase.kind, "*"]
        owner = self._phrases.owner(phrase)
        if site.lexeme.sense == "support" and all(self._clauses.setting.is_group(one) for one in holders.actors):
            return [phrase.kind, "right"]  # a people that backs what its state claims
        if any(self._clauses.setting.is_own(one, other) for one in holders.actors for other in owner.actors):
            return [f"{phrase.kind}-own"]
        if site.lexeme.sense == "defend" and not owner.actors and self._is_place_right(phrase):
            return [f"{phrase.kind}-own"]
        if phrase.kind == "claim" and not self._is_territorial(phrase, owner.actor):
            return ["*"] if site.lexeme.sense in {"reject", "attack"} else []
        return [phrase.kind, "right"]

    def _is_place_right(self, phrase: Phrase) -> bool:
        """Say whether a right begins with its noun and names its place: "asserts sovereignty over X"."""
        return phrase.head == phrase.first and bool(self._phrases.places_in(phrase.head, phrase.last))

    def _is_territorial(self, phrase: Phrase, owner: str | None) -> bool:
        """Say whether a claim is one to territory: it goes on "to X" or "of sovereignty", or is a state's here."""
        behind = [word.lower for word in self._words[phrase.head + 1 : phrase.last]]
        taken_up = self._words[phrase.first].lower in _TAKING_UP and phrase.head == phrase.first + 1
        if taken_up and self._clauses.setting.main is not None:
            return True
        if self._phrases.places_in(phrase.first, phrase.last) or "sovereignty" in behind:
            return True
        is_state = owner is not None and owner.startswith("state/") and self._clauses.setting.main is not None
        return is_state and (not behind or behind[0] in {"to", "in", "over", "there"})

    def _toward(self, site: Site, phrase: Phrase, stance: str, holders: Holders, holder: str) -> str | None:
        clauses = self._clauses
        found = clauses.phrases.owner(phrase).actor
        if stance in _TALKS:
            found = clauses.setting.side_of(clauses.linked({"with"}, phrase.first, phrase.last) or found)
        elif stance in {"recognizes-claim", "rejects-claim"} and phrase.kind == "territory":
            end = clauses.end(phrase.last, clauses.phrases.sentence_end(phrase.first))
            found = clauses.linked({"as", "of"}, phrase.head, end)
        if found is None and site.gaps[1] > site.gaps[0]:
            found = clauses.setting.side_of(clauses.within(*site.gaps))
        if found is None and site.lexeme.sense == "support" and phrase.first > site.last + 1:
            found = clauses.within(site.last, phrase.first)
        if found is None and stance in _TALKS and len(holders.actors) == 2:
            found = next((actor for actor in holders.actors if actor != holder), None)
        return found if found != holder else None

    def _things(self, site: Site, phrase: Phrase, stance: str, last: int) -> list[Thing]:
        if stance in _ON_TERRITORY:
            return self._phrases.territories(phrase)
        if stance in _TALKS and phrase.kind == "meeting":
            place = self._clauses.first_place(phrase.first, phrase.last)
            return [place or self._on_matter(phrase) or self._phrases.thing(phrase)]
        if stance in _TALKS:
            topic = self._clauses.topic(phrase.head + 1, self._clauses.end(phrase.last, last))
            return [topic] if topic else []
        thing = self._phrases.thing(phrase)
        return [replace(thing, known=thing.known and not self._is_it(site.last))]

    def _is_it(self, at: int) -> bool:
        """Say whether the object is a pronoun that stands for an act: "welcomed it"."""
        return at < len(self._words) and self._words[at].lower == "it"

    def _on_matter(self, phrase: Phrase) -> Thing | None:
        """Return the territory that a meeting "over the issue" is about."""
        if any(word.lower in {"issue", "matter", "dispute"} for word in self._words[phrase.head : phrase.last]):
            return self._clauses.place_of_context(phrase.first)
        return None
