"""What is called lawful or void, a farce or justice: opposition and support by judgement."""

from collections.abc import Iterator

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.groups import BE, MODALS, NEGATIONS, Site
from kg.extraction.stances.heads import ACTS, Phrase
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.lexicon import is_third_person, judgements, noun_senses, verdicts
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import DETERMINERS, POSSESSIVE, PREPOSITIONS

_REACH = 12
_NEAR = 7
_VERBAL = BE | NEGATIONS | MODALS | {"has", "have", "had", "also", "only"}
_STOPS = frozenset({".", ";", "because", "but", "while", "after", "for", "that"})
_DENIALS = NEGATIONS | {"no"}
_CONDEMNED = ACTS | {"pronoun", "step"}
_JUDGED = ACTS | {"support", "opposition", "protest"}
_COPULAS = BE - {"be", "been", "being"} | {"had", "has"}


class JudgementReader:
    """Reads the judgements in one scene."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases

    def read(self, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one sentence."""
        for site in self._clauses.sites(first, last):
            judges = site.lexeme.sense in {"judge", "regard"} and site.kind != "passive" and not site.negated
            if judges and not site.doubtful and (found := self._judgement(site.last, last)):
                yield from self._called(site, found, first, last)
        yield from self._said(first, last)

    def _called(self, site: Site, found: tuple[int, bool], first: int, last: int) -> Iterator[Stand]:
        """Read "called the ruling baseless", "described it as a farce", with its judging word."""
        if self._words[site.last].lower == "that":
            return
        if is_conditional(self._clauses.scene, site.phrase_first, first, last):
            return
        holders = self._clauses.holders.of(site, first)
        phrase = self._judged_phrase(site.last, found[0]) or self._phrases.before_which(holders.first, first)
        if phrase and phrase.kind not in {"territory", "infinitive", "gerund"}:
            yield from self._of_judgement(holders, phrase, found, site)

    def _judgement(self, at: int, last: int) -> tuple[int, bool] | None:
        """Return the judging word behind what is judged, and whether it is praise."""
        negated = False
        for here in range(at, min(last, at + _REACH)):
            word = self._words[here].lower
            if word in _STOPS:
                return None
            negated = negated or word in _DENIALS
            tone = judgements().get(word)
            if tone in {"bad", "condemned", "good"}:
                return here, (tone == "good") != negated
        return None

    def _judged_phrase(self, at: int, judging: int) -> Phrase | None:
        """Return the phrase between the verb and "as a farce", "a farce", "baseless"."""
        quote = next((i for i in range(at + 1, judging) if self._clauses.scene.opens_quote(i)), None)
        phrase = self._phrases.read(at, quote)
        if phrase is None or phrase.first >= judging or self._is_subject(phrase):
            return None
        if self._words[phrase.last - 1].text in POSSESSIVE:
            return None
        if phrase.head >= judging:
            return Phrase(phrase.first, judging, judging - 1, noun_senses().get(self._words[judging - 1].lower, "step"))
        last = min(phrase.last, judging)
        return Phrase(phrase.first, self._before_name(phrase.head, last), phrase.head, phrase.kind)

    def _before_name(self, head: int, last: int) -> int:
        """Return where what it is called begins: "the ruling | a farce", "the refusal of the court | a farce"."""
        for at in range(head + 1, last):
            if self._words[at].lower in DETERMINERS and self._words[at - 1].lower not in PREPOSITIONS:
                return at
        return last

    def _is_subject(self, phrase: Phrase) -> bool:
        """Say whether a pronoun is rather the subject of the next word: "declared it considers"."""
        behind = phrase.first + 1
        return phrase.kind == "pronoun" and behind < len(self._words) and is_third_person(self._words[behind].lower)

    def _of_judgement(self, holders: Holders, phrase: Phrase, found: tuple[int, bool], site: Site) -> Iterator[Stand]:
        at, good = found
        owner = self._phrases.owner(phrase).actor
        stance = "supports" if good else "opposes"
        things: list[Thing] = [thing] if (thing := self._judged_thing(phrase)) else []
        if phrase.is_right:
            stance, things = "recognizes-claim" if good else "rejects-claim", self._phrases.territories(phrase)
        place = self._condemned_at(phrase, at) if not phrase.is_right else None
        for holder in holders.actors:
            formal = place is not None and self._clauses.setting.is_public(holder)
            for thing in [place] if formal and place else things:
                if holder != owner:
                    evidence = self._clauses.span(min(holders.first, site.first), at + 1)
                    tells = self._words[site.first].start
                    said = "protests" if formal else stance
                    yield Stand(holder, said, evidence, thing, tells, owner, confidence=0.7)

    def _condemned_at(self, phrase: Phrase, judging: int) -> Thing | None:
        """Return the place where an act is condemned; what a state condemns there it protests against."""
        if judgements().get(self._words[judging].lower) != "condemned" or phrase.kind not in _CONDEMNED:
            return None
        return self._clauses.first_place(phrase.first, phrase.last) or self._clauses.place_of_context(phrase.first)

    def _judged_thing(self, phrase: Phrase) -> Thing | None:
        """Return what is judged; for "it" the step that the article named last."""
        if phrase.kind != "pronoun":
            return self._phrases.thing(phrase)
        act = self._phrases.act_before(phrase.first)
        return self._phrases.thing(act) if act else None

    # in somebody's words ---------------------------------------------------------------------------------------

    def _said(self, first: int, last: int) -> Iterator[Stand]:
        """Read "the decision was unacceptable", "the award is binding" in somebody's words."""
        for at in range(first + 1, last):
            word = self._words[at].lower
            if word not in _COPULAS and word not in verdicts():
                continue
            speakers = self._clauses.setting.speakers(self._words[at].start)
            found = self._judgement(at + 1, last) if speakers and word in _COPULAS else self._verdict(at)
            near = found is not None and found[0] - at <= _NEAR
            if speakers and found and near and not is_conditional(self._clauses.scene, at, first, last):
                for speaker in speakers:
                    yield from self._of_subject(speaker, at, first, found)

    def _verdict(self, at: int) -> tuple[int, bool] | None:
        """Return a verb that judges its subject ("violates", "paves"), and whether it praises it."""
        tone = verdicts().get(self._words[at].lower)
        denied = any(word.lower in _DENIALS for word in self._words[max(0, at - 2) : at])
        return (at, (tone == "good") != denied) if tone else None

    def _of_subject(self, speaker: str, at: int, first: int, found: tuple[int, bool]) -> Iterator[Stand]:
        """Read what is judged before a verb: an act is opposed or supported, a claim rejected or recognized."""
        end = at
        while end > first and self._words[end - 1].lower in _VERBAL:
            end -= 1
        phrase = self._phrases.read(self._clauses.subject_first(end, first), end)
        if phrase and phrase.kind == "pronoun" and (clause := self._clause_behind(phrase, found[0])):
            evidence = self._clauses.span(phrase.first, clause.last)
            stance = "supports" if found[1] else "opposes"
            yield Stand(speaker, stance, evidence, clause, self._words[phrase.head].start, confidence=0.6)
            return
        if phrase is None or not (phrase.kind in _JUDGED or phrase.is_right):
            return
        owner = self._phrases.owner(phrase).actor
        evidence = self._clauses.span(phrase.first, found[0] + 1)
        stance, things = "supports" if found[1] else "opposes", [self._phrases.thing(phrase)]
        place = self._condemned_at(phrase, found[0])
        if place and self._clauses.setting.is_public(speaker) and not found[1]:
            stance, things = "protests", [place]
        if phrase.is_right:
            stance, things = "recognizes-claim" if found[1] else "rejects-claim", self._phrases.territories(phrase)
            if owner is None or self._clauses.setting.is_own(speaker, owner):
                return
        named = not phrase.is_right and things[0].id is not None  # "the Paris award" is not France's
        toward = owner if owner != speaker and not named else None
        offset = self._words[phrase.head].start
        for thing in things:
            yield Stand(speaker, stance, evidence, thing, offset, toward, confidence=0.65)

    def _clause_behind(self, phrase: Phrase, judging: int) -> Thing | None:
        """Return what is judged in "it is regrettable that X left the talks"."""
        that = judging + 1
        if that < len(self._words) and not self._words[that].letters:
            that += 1
        if that + 2 >= len(self._words) or self._words[that].lower != "that" or self._words[phrase.head].lower != "it":
            return None
        last = self._clauses.end(that + 1, self._phrases.sentence_end(that))
        return Thing(that + 1, last, None, self._clauses.span(that + 1, last)) if last > that + 2 else None
