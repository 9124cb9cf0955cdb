"""What ought to be, and what is warned of: "the award must be respected", "warned that the plan could lead to war"."""

from collections.abc import Iterator

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.groups import NEGATIONS
from kg.extraction.stances.heads import ACTS, Phrase
from kg.extraction.stances.stand import Stand

_OUGHT = frozenset({"must", "should", "ought"})
_UPHELD = frozenset(
    "respected honoured honored upheld implemented observed fulfilled preserved protected guaranteed accepted "
    "recognised recognized restored maintained enforced obeyed".split()
)
_ENDED = frozenset(
    "scrapped lifted cancelled canceled rejected reversed stopped halted ended withdrawn revoked abandoned removed "
    "dropped repealed suspended condemned annulled overturned postponed".split()
)
_UPHOLD = frozenset(
    "respect honour honor uphold implement observe obey comply abide accept recognise recognize".split()
)
_GRANTED = frozenset({"granted", "given", "allowed", "guaranteed", "offered", "accorded"})
_RIGHTS = frozenset({"right", "act", "independence"})
_SETTLED = frozenset({"resolved", "settled", "solved", "determined", "decided", "addressed", "negotiated"})
_PEACEFULLY = frozenset(
    "talks negotiation negotiations dialogue diplomacy diplomatically peacefully peaceful bilaterally".split()
)
_MAY = frozenset({"could", "would", "may", "might", "will", "can"})
_WARNINGS = ("warn", "caution")


class ObligationReader:
    """Reads obligations and warnings in somebody's words in one scene."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases

    def read(self, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one sentence."""
        for at in range(first + 1, last):
            if self._words[at].lower in _OUGHT and not is_conditional(self._clauses.scene, at, first, last):
                yield from self._ought(at, first, last)
            if self._words[at].lower in _MAY:
                yield from self._warned(at, first)

    def _ought(self, at: int, first: int, last: int) -> Iterator[Stand]:
        """Read "the award must be respected", "the row should be settled by talks" in somebody's words."""
        speakers = self._clauses.setting.speakers(self._words[at].start)
        if not speakers:
            return
        here, denied = at + 1, False
        while here < last and (
            self._words[here].lower in NEGATIONS | {"be", "have", "been", "to"} or self._adverb(here)
        ):
            denied = denied or self._words[here].lower in NEGATIONS
            here += 1
        if here >= last:
            return
        verb = self._words[here].lower
        if "be" not in {word.lower for word in self._words[at:here]}:
            if verb in _UPHOLD and not denied:
                yield from self._uphold(at, here, last, speakers)
            return
        phrase = self._subject(at, first)
        if phrase is None:
            return
        stance, thing = "", self._phrases.thing(phrase)
        if verb in _GRANTED and not denied:
            right = self._phrases.read(here + 1)
            stance, thing = ("supports", self._phrases.thing(right)) if right and right.kind in _RIGHTS else ("", thing)
        elif verb in _UPHELD | _ENDED and phrase.kind not in {"territory", "pronoun"}:
            stance = "supports" if (verb in _UPHELD) != denied else "opposes"
        elif verb in _SETTLED and not denied and self._is_peaceful(here, last):
            place = self._clauses.first_place(phrase.first, last) or self._clauses.place_of_context(at)
            stance, thing = ("seeks-negotiation", place) if place else ("", thing)
        if stance:
            evidence = self._clauses.span(phrase.first, here + 1)
            for speaker in speakers:
                yield Stand(speaker, stance, evidence, thing, self._words[at].start, confidence=0.6)

    def _uphold(self, at: int, verb: int, last: int, speakers: tuple[str, ...]) -> Iterator[Stand]:
        """Read "X must respect the ruling": who says so supports it, and recognizes a claim that is to be respected."""
        begin = verb + 1 + (verb + 1 < last and self._words[verb + 1].lower in {"with", "by", "to"})
        phrase = self._phrases.read(begin)
        if phrase is None or phrase.kind in {"pronoun", "infinitive", "territory"}:
            return
        owner = self._phrases.owner(phrase).actor
        stance, things = "supports", [self._phrases.thing(phrase)]
        if phrase.is_right:
            stance, things = "recognizes-claim", self._phrases.territories(phrase)
        evidence = self._clauses.span(at, phrase.last)
        for speaker in speakers:
            if not phrase.is_right or (owner and not self._clauses.setting.is_own(speaker, owner)):
                for thing in things:
                    toward = owner if phrase.is_right else None
                    yield Stand(speaker, stance, evidence, thing, self._words[at].start, toward, confidence=0.6)

    def _adverb(self, at: int) -> bool:
        return self._words[at].lower.endswith("ly") or self._words[at].lower in {"now", "also", "only"}

    def _is_peaceful(self, at: int, last: int) -> bool:
        end = self._clauses.end(at, last)
        return any(word.lower in _PEACEFULLY for word in self._words[at:end])

    def _subject(self, at: int, first: int) -> Phrase | None:
        """Return the phrase that ends before a modal verb."""
        begin = self._clauses.subject_first(at, first)
        phrase = self._phrases.read(begin, at) if begin < at else None
        return phrase if phrase and phrase.last == at else None

    # warnings --------------------------------------------------------------------------------------------------

    def _warned(self, at: int, first: int) -> Iterator[Stand]:
        """Read "warned that the plan could lead to war": who warns of what an act may bring opposes it."""
        voice = self._clauses.setting.voice(self._words[at].start)
        if voice is None or voice.cue is None or not voice.cue.text.lower().startswith(_WARNINGS):
            return
        phrase = self._subject(at, first)
        if phrase is None or phrase.kind not in ACTS | {"gerund"}:
            return
        owner = self._phrases.owner(phrase).actor
        evidence = self._clauses.span(phrase.first, at + 2)
        for speaker in self._clauses.setting.speakers(self._words[at].start):
            toward = owner if owner != speaker else None
            thing = self._phrases.thing(phrase)
            yield Stand(speaker, "opposes", evidence, thing, self._words[at].start, toward, confidence=0.6)
