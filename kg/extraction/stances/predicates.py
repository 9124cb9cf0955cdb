"""Whose a place is said to be: "X is ours", "considers X its own", "X is not China's", "accepts that X is Danish"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.groups import BE, NEGATIONS, Site
from kg.extraction.stances.heads import QUOTES
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.lexicon import judgements
from kg.extraction.stances.ownership import LANDS, Ownership, OwnershipReader
from kg.extraction.stances.possession import relative_place
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import ADVERBS, DETERMINERS

_LIES = frozenset({"lie", "lies", "lay"})
_COPULAS = BE | _LIES | {"became", "become", "becomes", "belong", "belongs", "belonged", "forms", "form"}
_AUXILIARIES = frozenset("has have had will would should must shall can to does do did".split())
_BEFORE_COPULAS = _AUXILIARIES | NEGATIONS | ADVERBS | BE
_REACH = 9
_PLACE_WORDS = (DETERMINERS - {"that"}) | frozenset(
    "of half northern southern eastern western disputed whole all".split()
)
_REGARDING = frozenset({"regard", "recognize", "accept", "admit"})


class PredicateReader:
    """Reads whose the places of one scene are said to be."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases
        self._setting, self._ownerships = clauses.setting, OwnershipReader(clauses)

    def read(self, first: int, last: int) -> Iterator[Stand]:
        """Yield the stances of one sentence."""
        yield from self._voiced(first, last)
        for site in self._clauses.sites(first, last):
            if site.lexeme.sense not in _REGARDING or site.doubtful or site.modal or site.kind == "passive":
                continue
            if not is_conditional(self._clauses.scene, site.phrase_first, first, last) and site.last < last:
                yield from self._regarded(site, first, last)

    # copulas ---------------------------------------------------------------------------------------------------

    def _voiced(self, first: int, last: int) -> Iterator[Stand]:
        """Read "X is Vietnamese soil" in somebody's words."""
        for at in range(first + 1, last):
            copula = self._words[at].lower in _COPULAS
            speakers = self._setting.speakers(self._words[at].start) if copula else ()
            if speakers and not is_conditional(self._clauses.scene, at, first, last):
                holders = Holders(speakers, self._words_of(at, first), at)
                yield from self._at_copula(at, first, last, holders)

    def _words_of(self, at: int, first: int) -> int:
        subject = self._subject(at, first)
        return subject[0].first if subject else at

    def _at_copula(self, at: int, first: int, last: int, holders: Holders) -> Iterator[Stand]:
        """Yield what the words at a copula say, for those who say it."""
        if self._words[at].lower not in _COPULAS:
            return
        things = self._subject(at, first)
        ownership = self._ownership(at, last) if things else None
        if ownership:
            for thing in things:
                yield from self._of_ownership(holders, ownership, thing, at, voiced=True)

    def _subject(self, at: int, first: int) -> list[Thing]:
        """Return the places that are the subject of a copula."""
        end = at
        while end > first and (self._is_auxiliary(end - 1) or self._joins_copulas(end - 1, first)):
            end -= 1
        tied = [one for one in self._phrases.places_in(first, end) if self._is_tied(one.last, end)]
        if not tied:
            return self._taken_up(end, first)
        joined = [
            one
            for one in self._phrases.places_in(first, end)
            if one in tied or self._is_joined(one.last, tied[0].first)
        ]
        begin = joined[0].first
        while begin > first and self._words[begin - 1].lower in _PLACE_WORDS:
            begin -= 1
        return [Thing(begin, one.last, one.id) for one in joined]

    def _joins_copulas(self, at: int, first: int) -> bool:
        """Say whether a word joins two copulas: "has never been and will never be", "is, was and will be"."""
        return self._words[at].lower in {"and", "or", "nor", ","} and at > first and self._words[at - 1].lower in BE

    def _is_auxiliary(self, at: int) -> bool:
        word = self._words[at]
        return word.lower in _BEFORE_COPULAS or word.text in QUOTES or (word.lower.endswith("ly") and not word.capital)

    def _is_tied(self, last: int, end: int) -> bool:
        between = self._words[last:end] if last <= end else ()
        return (
            last <= end
            and len(between) < 4
            and all(word.text in {"(", ")", ",", "-"} or word.capital for word in between)
        )

    def _is_joined(self, last: int, following: int) -> bool:
        between = [word.lower for word in self._words[last:following]]
        return 0 < len(between) <= 3 and set(between) <= {",", "and", "the", "or"}

    def _taken_up(self, end: int, first: int) -> list[Thing]:
        """Return the place that "the islands", "all of it", "they" take up before a copula."""
        if end <= first or not self._phrases.is_named(end - 1, end):
            return []
        begin = end - 1
        while begin > first and self._words[begin - 1].lower in _PLACE_WORDS:
            begin -= 1
        word = self._words[end - 1].lower
        bare = begin == end - 1 and word in {"it", "they", "them", "there"}
        ident = self._phrases.place_before(begin, several=word in {"they", "them", "islands", "islets", "it"})
        if ident is None or (bare and not self._phrases.places_in(first, begin) and not self._is_land_behind(end)):
            return []
        return [Thing(begin, end, ident, known=False)]

    def _is_land_behind(self, at: int) -> bool:
        """Say whether the predicate of a bare pronoun speaks of land: "it is an integral part of X"."""
        return any(word.lower in LANDS or word.lower == "part" for word in self._words[at : at + _REACH])

    def _judges(self, at: int) -> bool:
        word = self._words[at].lower
        return word == "to" or word in judgements()

    # ownership -------------------------------------------------------------------------------------------------

    def _ownership(self, at: int, last: int) -> Ownership | None:
        """Read what stands behind a copula."""
        negated = any(word.lower in NEGATIONS for word in self._words[max(0, at - 3) : at])
        here = at + 1
        while here < last and self._is_auxiliary(here) and not self._judges(here):
            negated = negated or self._words[here].lower in NEGATIONS
            here += 1
        if self._words[at].lower.startswith("belong"):
            found = (
                self._ownerships.at(here + 1, last, bare=True)
                if here < last and self._words[here].lower == "to"
                else None
            )
        else:
            found = self._ownerships.read(here, last)
        denied = self._setting.is_denied(self._words[at].start)
        return replace(found, negated=negated != denied) if found else None

    def _of_ownership(
        self, holders: Holders, ownership: Ownership, thing: Thing, at: int, *, voiced: bool = False
    ) -> Iterator[Stand]:
        """Turn whose somebody says a place is into a claim of the own state, or an answer to another's."""
        evidence = self._clauses.span(min(holders.first, thing.first, at), ownership.last)
        for speaker in holders.actors:
            stand = self._stance(speaker, ownership, voiced=voiced)
            if stand:
                who, stance, toward = stand
                sure = 0.85 if thing.known else 0.7
                yield Stand(who, stance, evidence, thing, self._words[at].start, toward, confidence=sure)

    def _stance(self, speaker: str, ownership: Ownership, *, voiced: bool) -> tuple[str, str, str | None] | None:
        """Return who takes which stance toward whom."""
        state = self._setting.state_of(speaker)
        if ownership.occupied:
            return None if ownership.negated else (speaker, "rejects-claim", ownership.owner)
        if (
            voiced
            and ownership.owner
            and state is None
            and self._setting.holds_office(speaker)
            and not ownership.negated
        ):
            return ownership.owner, "claims-sovereignty", None
        own = ownership.own or (ownership.owner is not None and ownership.owner in {state, speaker})
        if own and self._setting.is_group(speaker) and state:
            return speaker, "recognizes-claim", state
        if own:
            is_claim = state and not ownership.negated and not self._setting.is_past(state)
            return (state, "claims-sovereignty", None) if is_claim and state else None
        if ownership.owner:
            return speaker, "rejects-claim" if ownership.negated else "recognizes-claim", ownership.owner
        return None

    # small clauses ---------------------------------------------------------------------------------------------

    def _regarded(self, site: Site, first: int, last: int) -> Iterator[Stand]:
        """Read "considers X its own", "recognises X as Russian", "accepts that X is Danish", "calls X occupied"."""
        if site.negated or site.kind == "gerund":
            return
        holders = self._clauses.holders.of(site, first)
        if holders.nobody or not holders.actors:
            return
        if self._words[site.last].lower == "that" and site.lexeme.sense != "regard":
            for at in range(site.last + 2, min(last, site.last + 14)):
                yield from self._at_copula(at, site.last + 1, last, holders)
            return
        thing, behind = self._thing_of(site, last)
        if thing is None:
            thing, behind = relative_place(self._clauses, site, holders, first), site.last
        if thing is None:
            return
        begin = self._behind_insertion(behind, last)
        while begin < last and self._words[begin].lower in {"as", "be", "being"}:
            begin += 1
        if [word.lower for word in self._words[begin : min(begin + 2, last)]] == ["to", "be"]:
            begin += 2  # not "recognise the worth of X to Y"
        if site.lexeme.sense != "regard" and begin == behind:
            return
        ownership = self._ownerships.read(begin, last)
        if ownership and ownership.occupied and (occupier := self._ownerships.occupier(ownership)):
            yield from self._occupied(holders, replace(ownership, owner=occupier), thing, site)
        elif ownership and (ownership.own or ownership.owner or ownership.occupied):
            yield from self._of_ownership(holders, ownership, thing, site.first)

    def _behind_insertion(self, at: int, last: int) -> int:
        """Return the index behind ", which it calls X,"."""
        if at + 1 < last and self._words[at].text == "," and self._words[at + 1].lower in {"which", "known", "called"}:
            comma = next((i for i in range(at + 1, min(at + 9, last)) if self._words[i].text == ","), None)
            return comma + 1 if comma else at
        return at

    def _thing_of(self, site: Site, last: int) -> tuple[Thing | None, int]:
        """Return the place behind the verb and the index behind it."""
        named = self._phrases.places_in(site.last, min(last, site.last + 5))
        if named and named[0].first - site.last <= 3:
            return Thing(named[0].first, named[0].last, named[0].id), named[0].last
        at = site.last
        while at < last and self._words[at].lower in _PLACE_WORDS:
            at += 1
        if at < last and self._phrases.is_named(at, at + 1):
            ident = self._phrases.place_before(site.first, several=True)
            return (Thing(site.last, at + 1, ident, known=False), at + 1) if ident else (None, at)
        return None, site.last

    def _occupied(self, holders: Holders, ownership: Ownership, thing: Thing, site: Site) -> Iterator[Stand]:
        yield from self._of_ownership(holders, ownership, thing, site.first)
        if ownership.owner:
            evidence = self._clauses.span(thing.first, ownership.last)
            yield Stand(ownership.owner, "controls", evidence, thing, self._words[thing.first].start, confidence=0.75)
