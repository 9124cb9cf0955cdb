"""Claims and possession that nouns and adjectives tell: "Tokyo's claim to X", "Russian control of X", "Seoul-held"."""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.groups import BE
from kg.extraction.stances.heads import Phrase
from kg.extraction.stances.lexicon import compound_senses, judgements, noun_senses
from kg.extraction.stances.owners import Owner
from kg.extraction.stances.stand import Stand, Thing

_TO = {
    "claim": frozenset({"to", "over", "on", "of", "in"}),
    "title": frozenset({"over", "to", "of", "in"}),
    "control": frozenset({"of", "over", "on", "in", "at"}),
    "portion": frozenset({"of"}),
}
_OF_COMPOUNDS = {"control": "controls", "claim": "claims-sovereignty", "support": "supports"}
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_CONTROLS = frozenset({"control", "portion"})
_ENDING = frozenset(
    "drop dropped drops renounce renounced renounces renouncing abandon abandoned relinquish relinquished withdraw "
    "withdrew end ended waive waived".split()
)
_OVER = frozenset({"colonial", "former", "previous", "past", "wartime", "imperial", "ottoman"})
_DENIED = frozenset({"no", "any", "without"})
_HANDS = frozenset(
    {"hands", "control", "administration", "rule", "occupation", "sovereignty", "jurisdiction", "authority"}
)
_DEPENDENCIES = frozenset(
    "territory territories dependency dependencies colony possession outpost enclave exclave".split()
)
_BEFORE_DEPENDENCIES = frozenset("a the , is are ( remains remain part one of".split())
_OVERSEAS = frozenset({"overseas", "crown", "dependent", "self-governing"})
_STATES = frozenset({"is", "are", "was", "were", "been", "be", "remain", "remains", "remained", "come", "came"})
_OVERLAP = frozenset("overlap overlaps overlapping conflict conflicting competing rival".split())
_DIRECTIONS = frozenset({"South", "North", "New", "East", "West"})


_TOLD_IN_PASSING = _HANDS | _DEPENDENCIES


class NounReader:
    """Reads the claims and possession that the nouns and compounds of one scene tell."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases
        self._setting = clauses.setting

    def read(self, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one sentence."""
        senses = noun_senses()
        for at in range(first, last):
            word = self._words[at].lower
            kind = senses.get(word, "")
            if not (kind in _TO or "-" in word or word in _TOLD_IN_PASSING) or is_conditional(
                self._clauses.scene, at, first, last
            ):
                continue
            if kind in _TO:
                yield from self._owned(at, kind, first, last)
            if kind == "claim":
                yield from self._overlapping(at, first, last)
            if "-" in word:
                yield from self._compound(at, first)
            if word in _HANDS:
                yield from self._in_hands(at, first)
            if word in _DEPENDENCIES:
                yield from self._dependency(at, first, last)

    # owned nouns -----------------------------------------------------------------------------------------------

    def _owned(self, at: int, kind: str, first: int, last: int) -> Iterator[Stand]:
        """Read a claim or possession of somebody's: its owner holds it, whatever others say of it."""
        owner = self._phrases.owner_at(self._phrases.noun_first(at, first), at, last)
        if not owner.actors or self._is_denied(owner.first, at) or self._is_given_up(owner.first, first):
            return
        for thing in self._objects(at, kind, last):
            yield from self._of_owner(owner, kind, at, thing)

    def _of_owner(self, owner: Owner, kind: str, at: int, thing: Thing) -> Iterator[Stand]:
        for actor in owner.actors:
            holder = self._setting.state_of(actor)
            if holder is None or (not thing.known and not holder.startswith("state/")):
                continue
            if self._setting.is_past(holder) or (kind == "title" and not self._is_voiced(holder, at)):
                continue
            stance = "controls" if kind in _CONTROLS else "claims-sovereignty"
            evidence = self._clauses.span(min(owner.first, at), max(thing.last, at + 1))
            sure = 0.8 if thing.known else 0.65
            yield Stand(holder, stance, evidence, thing, self._words[at].start, confidence=sure)
            yield from self._called_unlawful(at, owner.first, holder, thing, evidence)

    def _called_unlawful(self, at: int, first: int, holder: str, thing: Thing, evidence: Span) -> Iterator[Stand]:
        """Read "Russia's illegal annexation of X", "the occupation of X" in another's words: who says it rejects it."""
        unlawful = self._words[at].lower == "occupation" or any(
            judgements().get(word.lower) == "bad" for word in self._words[first:at]
        )
        voice = self._setting.voice(self._words[at].start) if unlawful else None
        if voice and not self._setting.is_own(voice.speaker, holder) and not self._setting.is_denied(evidence.start):
            at_word = self._words[at].start
            yield Stand(voice.speaker, "rejects-claim", evidence, thing, at_word, holder, confidence=0.65)

    def _is_denied(self, first: int, at: int) -> bool:
        """Say whether words between owner and noun deny it or tell that it is long over ("colonial rule")."""
        between = self._words[max(0, min(first, at - 1)) : at]
        return any(word.lower in _DENIED | _OVER or word.text[:1].isdigit() for word in between) or (
            at > 0 and self._words[at - 1].lower in _DENIED
        )

    def _is_given_up(self, owner_first: int, first: int) -> bool:
        """Say whether a verb right before gives the claim up, without a negation that keeps it."""
        before = [word.lower for word in self._words[max(first, owner_first - 5) : owner_first]]
        gives_up = bool(_ENDING & {*before[-2:]}) or before[-2:] in (["given", "up"], ["gave", "up"])
        return gives_up and not {"not", "n't", "never"} & {*before}

    def _is_voiced(self, holder: str, at: int) -> bool:
        """Say whether the owner, or somebody for it, says so."""
        voice = self._setting.voice(self._words[at].start)
        if voice is None:
            return False
        unknown = self._setting.state_of(voice.speaker) is None and self._setting.holds_office(voice.speaker)
        return unknown or self._setting.is_own(voice.speaker, holder)

    def _objects(self, at: int, kind: str, last: int) -> list[Thing]:
        """Return the places behind the noun: "to X", "over X and Y", "of sovereignty in X", "there"."""
        here = at + 1
        of_title = here + 1 < last and noun_senses().get(self._words[here + 1].lower) == "title"
        if of_title and self._words[here].lower == "of":
            here += 2
        if (here < last and self._words[here].lower == "there") or self._stands_alone(here, kind, last):
            context = self._clauses.place_of_context(at)
            return [context] if context else []
        phrase = self._phrases.read(here + 1) if here < last and self._words[here].lower in _TO[kind] else None
        if phrase is None or phrase.kind not in {"territory", "pronoun", "step"}:
            return []
        near = [one for one in self._phrases.places_in(phrase.first, phrase.last) if one.first <= phrase.head + 4]
        if near or (phrase.kind != "step" and kind != "portion" and self._phrases.is_named(phrase.first, phrase.last)):
            return self._phrases.territories(phrase)
        return []

    def _stands_alone(self, behind: int, kind: str, last: int) -> bool:
        """Say whether "the Mauritian claim" or "its own title" ends here, so that the place was named before."""
        ends = behind >= last or not self._words[behind].letters or self._words[behind].lower in BE | {"and", "but"}
        return ends and kind in {"claim", "title"}

    def _overlapping(self, at: int, first: int, last: int) -> Iterator[Stand]:
        """Read "its claims overlap with A's and B's", "overlapping claims from A and B": each claims the place."""
        near = range(max(first, at - 3), min(at + 5, last))
        if not any(self._words[i].lower in _OVERLAP for i in near):
            return
        links = {"with", "from", "by", "of"}
        for link in range(at + 1, min(at + 9, last)):
            holders = self._clauses.holders.listed(link + 1) if self._words[link].lower in links else None
            thing = self._clauses.first_place(first, last) or self._clauses.place_of_context(at)
            if holders and holders.actors and thing:
                for holder in holders.actors:
                    if self._setting.cast.members[holder].type == "state":
                        evidence = self._clauses.span(at, holders.last)
                        yield Stand(
                            holder, "claims-sovereignty", evidence, thing, self._words[at].start, confidence=0.7
                        )
                return

    # compounds -------------------------------------------------------------------------------------------------

    def _compound(self, at: int, first: int) -> Iterator[Stand]:
        """Read "Chadian-held X", "the Lisbon-controlled reef", "Kigali-backed rebels"."""
        name, _, how = self._words[at].text.rpartition("-")
        sense = compound_senses().get(how.lower(), "")
        owner = self._setting.named(name, self._clauses.scene, at) if sense in _OF_COMPOUNDS else None
        phrase = self._phrases.read(at + 1)
        if owner is None or self._setting.is_past(owner) or phrase is None:
            return
        begin = at - 1 if at > first and self._words[at - 1].text in _DIRECTIONS else at
        stance = _OF_COMPOUNDS[sense]
        things = [self._backed(phrase)] if stance == "supports" else self._described(phrase)
        for thing in things:
            evidence = self._clauses.span(begin, thing.last)
            sure = 0.9 if thing.known else 0.7
            yield Stand(owner, stance, evidence, thing, self._words[at].start, confidence=sure)

    def _backed(self, phrase: Phrase) -> Thing:
        """Return those whom a state backs: as far as their noun and name, without what hangs on it."""
        kinds, last = self._clauses.scene.tree.kinds, phrase.first + 1
        while last < phrase.last and kinds[last] in _NOMINAL:
            last += 1
        return Thing(phrase.first, last, None, self._clauses.span(phrase.first, last))

    def _described(self, phrase: Phrase) -> list[Thing]:
        """Return the place that a compound describes, next behind it."""
        near = [one for one in self._phrases.places_in(phrase.first, phrase.last) if one.first <= phrase.first + 6]
        if near:
            return [Thing(phrase.first, near[0].last, near[0].id)]
        if self._phrases.is_named(phrase.head, phrase.head + 1):
            return [
                Thing(phrase.first, phrase.head + 1, one.id, known=False) for one in self._phrases.territories(phrase)
            ]
        return []

    def _dependency(self, at: int, first: int, last: int) -> Iterator[Stand]:
        """Read "X, a British overseas territory", "the British territory of X": possession told in passing."""
        begin = at
        while begin > first and self._words[begin - 1].lower in _OVERSEAS:
            begin -= 1
        owner = self._phrases.owner_at(max(first, begin - 2), begin, begin)
        holder = self._setting.state_of(owner.actor) if owner.actor and not owner.pronoun else None
        thing = self._dependent(at, owner.first, first, last)
        if holder and thing and not self._setting.is_past(holder) and not self._setting.voice(self._words[at].start):
            evidence = self._clauses.span(min(owner.first, thing.first), max(at + 1, thing.last))
            yield Stand(holder, "controls", evidence, thing, self._words[at].start, confidence=0.75)

    def _dependent(self, at: int, begin: int, first: int, last: int) -> Thing | None:
        """Return the place behind "territory of" or right behind, or that before ", a" or "is a"."""
        behind = at + 1 + (at + 1 < last and self._words[at + 1].lower == "of")
        near = self._phrases.places_in(behind, min(last, behind + 2))
        if near:
            return Thing(near[0].first, near[0].last, near[0].id)
        while begin > first and self._words[begin - 1].lower in _BEFORE_DEPENDENCIES:
            begin -= 1
        before = [one for one in self._phrases.places_in(first, begin) if one.last == begin]
        return Thing(before[-1].first, before[-1].last, before[-1].id) if before else None

    # in somebody's hands ---------------------------------------------------------------------------------------

    def _in_hands(self, at: int, first: int) -> Iterator[Stand]:
        """Read "has been in Spanish hands", "under Japanese administration", "remain under British rule"."""
        link = next(
            (i for i in range(at - 2, max(first, at - 4) - 1, -1) if self._words[i].lower in {"in", "under"}), None
        )
        if link is None or self._is_denied(link, link):
            return
        owner = self._phrases.owner_at(link + 1, at, at + 1).actor
        holder = self._setting.state_of(owner) if owner else None
        place = self._place_under(link, first)
        if holder and place and not self._setting.is_past(holder):
            evidence = self._clauses.span(min(place.first, link), at + 1)
            titled = self._words[at].lower == "sovereignty"
            if titled and not self._is_voiced(holder, at):
                return
            stance = "claims-sovereignty" if titled else "controls"
            yield Stand(holder, stance, evidence, place, self._words[at].start, confidence=0.75)

    def _place_under(self, link: int, first: int) -> Thing | None:
        """Return the place that "under X's rule" is said of: the subject of "is", "remains", or the noun before."""
        before = [word.lower for word in self._words[max(first, link - 5) : link]]
        tied = bool(_STATES & {*before})
        named = self._phrases.places_in(first, link)
        if named and (tied or link - named[-1].last <= 1):
            return Thing(named[-1].first, named[-1].last, named[-1].id)
        if tied and {"it", "they", "islands", "them"} & {*before}:
            return self._clauses.place_of_context(link)
        return None
