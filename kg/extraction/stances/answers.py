"""Stances that nouns of acts tell: "Peru's protest at the survey", "their support for", "a Danish plan to"."""

from collections.abc import Iterator

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.heads import ACTS, Phrase
from kg.extraction.stances.lexicon import noun_senses
from kg.extraction.stances.owners import Owner
from kg.extraction.stances.stand import Stand, Thing

_STANCES = {"protest": "protests", "opposition": "opposes", "support": "supports"}
_LINKS = {
    "protest": frozenset({"over", "against", "about", "at"}),
    "opposition": frozenset({"to", "of", "over"}),
    "support": frozenset({"for"}),
}
_DRAWING = frozenset(
    "drew draws drawn drawing sparked sparks prompted prompts provoked provokes triggered triggers raised raises "
    "prompting sparking provoking triggering".split()
)
_ENDS = frozenset({"that", "and", "but", "which", "said"})
_PURPOSE = frozenset({"to", "that", "for"})


class AnswerReader:
    """Reads the protests, opposition, support and proposals that nouns of one scene tell."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases

    def read(self, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one sentence."""
        senses = noun_senses()
        for at in range(first, last):
            kind = senses.get(self._words[at].lower, "")
            if (kind in _STANCES or kind == "plan") and not is_conditional(self._clauses.scene, at, first, last):
                owner = self._phrases.owner_at(self._phrases.noun_first(at, first), at, last)
                if owner.actor and kind in {"protest", "opposition"}:
                    yield from self._drawn(at, kind, owner, first)
                if owner.actor and not owner.bare:
                    yield from self._plan(at, owner, last) if kind == "plan" else self._answer(at, kind, owner, last)

    def _drawn(self, at: int, kind: str, owner: Owner, first: int) -> Iterator[Stand]:
        """Read "the visit drew sharp criticism from X": what draws it is opposed, or protested against."""
        begin = self._phrases.noun_first(at, first)
        verb = next((i for i in range(at - 1, begin - 1, -1) if self._words[i].lower in _DRAWING), None)
        if verb is None or verb == first:
            return
        start = verb
        while start > begin and self._words[start - 1].letters and self._words[start - 1].lower not in _ENDS:
            start -= 1
        phrase = self._phrases.read(start, verb)
        thing = self._phrases.thing(phrase) if phrase and phrase.kind in ACTS | {"step"} else None
        place = (self._clauses.first_place(start, verb) or self._clauses.place_of_context(at)) if phrase else None
        formal = kind == "protest" and self._clauses.setting.is_public(owner.actors[0])
        if thing and (place or not formal):
            evidence = self._clauses.span(start, self._behind_owner(at))
            told = place if formal and place else thing
            stance = "protests" if formal else "opposes"
            for actor in owner.actors:
                yield Stand(actor, stance, evidence, told, self._words[at].start, confidence=0.6)

    def _behind_owner(self, at: int) -> int:
        """Return the index behind the name after "criticism from"."""
        behind = (one.last for i in (at + 2, at + 3) for one in self._clauses.scene.by_first.get(i, ()))
        return next(behind, at + 1)

    def _plan(self, at: int, owner: Owner, last: int) -> Iterator[Stand]:
        """Read "X's proposal to", "a Soviet offer to", "the rebels' demand that": the owner proposes it."""
        if at + 1 >= last or self._words[at + 1].lower not in _PURPOSE or owner.pronoun or owner.actor is None:
            return
        phrase = self._phrases.read(at + 2)
        if phrase:
            stance, thing = "proposes", Thing(at + 1, phrase.last, None, self._clauses.span(at + 2, phrase.last))
            if phrase.kind == "talks" or self._is_for_talks(phrase):
                stance, topic = "seeks-negotiation", self._clauses.topic(phrase.head + 1, phrase.last)
                thing = topic or thing
            evidence = self._clauses.span(min(owner.first, at), phrase.last)
            yield Stand(owner.actor, stance, evidence, thing, self._words[at].start, confidence=0.6)

    def _is_for_talks(self, phrase: Phrase) -> bool:
        """Say whether a phrase is "to open talks", "to resume the dialogue"."""
        near = self._words[phrase.first + 1 : min(phrase.first + 5, phrase.last)]
        return phrase.kind in {"infinitive", "step"} and any(noun_senses().get(one.lower) == "talks" for one in near)

    def _answer(self, at: int, kind: str, owner: Owner, last: int) -> Iterator[Stand]:
        reach = at + 6 if kind == "protest" else at + 2
        link = next((i for i in range(at + 1, min(last, reach)) if self._words[i].lower in _LINKS[kind]), None)
        phrase = self._phrases.read(link + 1) if link is not None else None
        if phrase is None or (kind == "protest" and not self._clauses.setting.is_public(owner.actors[0])):
            return
        thing = self._protested(phrase, at) if kind == "protest" else self._phrases.thing(phrase)
        toward = self._phrases.owner(phrase).actor
        if thing:
            evidence = self._clauses.span(min(owner.first, at), phrase.last)
            other = toward if toward not in owner.actors else None
            yield Stand(owner.actors[0], _STANCES[kind], evidence, thing, self._words[at].start, other, confidence=0.65)

    def _protested(self, phrase: Phrase, at: int) -> Thing | None:
        return self._clauses.first_place(phrase.first, phrase.last) or self._clauses.place_of_context(at)
