"""Whose a place is said to be: "X is ours", "considers X its own", "X is not China's", "accepts that X is Danish"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_conditional
from kg.extraction.stances.groups import BE, NEGATIONS, Site
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.lexicon import compound_senses, judgements
from kg.extraction.stances.possession import relative_place
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import ADVERBS, DETERMINERS, POSSESSIVE

_LIES = frozenset({"lie", "lies", "lay"})
_COPULAS = BE | _LIES | {"became", "become", "becomes", "belong", "belongs", "belonged", "forms", "form"}
_AUXILIARIES = frozenset("has have had will would should must shall can to does do did".split())
_BEFORE_COPULAS = _AUXILIARIES | NEGATIONS | ADVERBS | BE
_LANDS = frozenset(
    "territory territories land soil province provinces waters island islands possession domain capital".split()
)
_MODIFIERS = frozenset(
    "integral inherent inalienable inseparable indivisible historic historical sovereign ancient own southern northern "
    "eastern western national rightful overseas eternal permanent indisputable undisputed inviolable".split()
)
_PARTS = frozenset(
    {"part", "province", "region", "territory", "land", "provinces", "town", "district", "county", "state"}
)
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
_ZONES = frozenset({"zone", "eez", "waters", "territory", "borders", "shelf"})
_STRAYED = frozenset({"breakaway", "renegade", "rebel", "runaway", "wayward", "rogue"})
_REACH = 9
_SELF = frozenset({"it", "us", "them", "country", "nation", "republic", "motherland", "homeland"})
_OWN = frozenset({"its", "our", "their", "his", "my"})
_OURS = frozenset({"ours", "theirs"})
_PLACE_WORDS = (DETERMINERS - {"that"}) | frozenset(
    "of half northern southern eastern western disputed whole all".split()
)
_ENDS_DEMONYM = frozenset({"and", "but", "or"})
_REGARDING = frozenset({"regard", "recognize", "accept", "admit"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a predicate says of a place: whose it is ("own": the speaker's), or that it is occupied."""

    last: int
    owner: str | None = None
    own: bool = False
    occupied: bool = False
    negated: bool = False


class PredicateReader:
    """Reads whose the places of one scene are said to be."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._words, self._phrases = clauses, clauses.words, clauses.phrases
        self._setting = clauses.setting

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
        verdict = self._verdict(at, last) if things else None
        if verdict:
            for thing in things:
                yield from self._of_verdict(holders, verdict, thing, at, voiced=True)

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
        """Say whether a word joins two copulas: "has never been and will never be"."""
        return self._words[at].lower in {"and", "or", "nor"} and at > first and self._words[at - 1].lower in BE

    def _is_auxiliary(self, at: int) -> bool:
        word = self._words[at]
        return word.lower in _BEFORE_COPULAS or (word.lower.endswith("ly") and not word.capital)

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
        return any(word.lower in _LANDS | {"part"} for word in self._words[at : at + _REACH])

    # verdicts --------------------------------------------------------------------------------------------------

    def _verdict(self, at: int, last: int) -> Verdict | None:
        """Read what stands behind a copula."""
        negated = any(word.lower in NEGATIONS for word in self._words[max(0, at - 3) : at])
        here = at + 1
        while here < last and self._is_auxiliary(here) and self._words[here].lower not in judgements() | {"to": ""}:
            negated = negated or self._words[here].lower in NEGATIONS
            here += 1
        if self._words[at].lower.startswith("belong"):
            found = (
                self._owner_at(here + 1, last, bare=True) if here < last and self._words[here].lower == "to" else None
            )
        else:
            found = self._whose(here, last)
        denied = self._setting.is_denied(self._words[at].start)
        return replace(found, negated=negated != denied) if found else None

    def _whose(self, at: int, last: int) -> Verdict | None:
        """Read "its territory", "ours", "Vietnamese", "China's", "an integral part of X", "occupied", "X-occupied"."""
        if at < last and self._words[at].lower in {"within", "inside"}:
            return self._zone_of(at + 1, last)
        here = at
        while here < last and self._words[here].lower in ({"a", "an", "the"} | _MODIFIERS | _QUOTES) - {"own"}:
            here += 1
        if here >= last or here - at > 5:
            return None
        word = self._words[here].lower
        if word in _OURS:
            return Verdict(here + 1, own=True)
        if word in _STRAYED and here + 1 < last and self._words[here + 1].lower in _PARTS | _LANDS:
            return Verdict(here + 2, own=True)
        if word in _OWN:
            return self._own(here, last)
        here += word in _PARTS and here + 2 < last and self._words[here + 1].text in _QUOTES
        if word in _PARTS and here + 1 < last and self._words[here + 1].lower == "of":
            if here + 2 < last and self._words[here + 2].lower in _OWN:
                return Verdict(min(here + 4, last), own=True)
            return self._occupied_at(here + 2, last) or self._owner_at(self._owned_by(here + 2, last), last, bare=True)
        if word in {"occupied", "illegally"}:
            return Verdict(here + 1, occupied=True)
        if compound_senses().get(word.rpartition("-")[2]) == "control" and "-" in word:
            return Verdict(here + 1, occupied=word.endswith(("occupied", "annexed")))
        return self._owner_at(here, last, bare=False)

    def _zone_of(self, at: int, last: int) -> Verdict | None:
        """Read "within the exclusive economic zone of X", "inside X's territorial waters"."""
        end = self._clauses.end(at, last)
        zone = next((i for i in range(at, end) if self._words[i].lower in _ZONES), None)
        if zone is None:
            return None
        owner = self._phrases.owner_at(at, zone, end)
        if not owner.actors and zone + 2 < end and self._words[zone + 1].lower == "of":
            return self._owner_at(zone + 2, last, bare=True)
        return Verdict(zone + 1, own=True) if owner.pronoun else Verdict(zone + 1, owner.actor) if owner.actor else None

    def _owned_by(self, at: int, last: int) -> int:
        """Return where the owner stands behind "part of": "an independent X", "the X"."""
        begin = at + (at < last and self._words[at].lower in {"a", "an"})
        return begin + (begin > at and begin < last and not self._words[begin].capital)

    def _occupied_at(self, at: int, last: int) -> Verdict | None:
        """Read "the occupied territories" behind "part of"."""
        here = at + (at < last and self._words[at].lower == "the")
        return Verdict(here + 1, occupied=True) if here < last and self._words[here].lower == "occupied" else None

    def _own(self, at: int, last: int) -> Verdict | None:
        here = at + 1
        while here < last and self._words[here].lower in _MODIFIERS:
            here += 1
        capital = next((i for i in range(here, min(last, here + 8)) if self._words[i].lower == "capital"), None)
        here = here if capital is None else capital
        is_land = here < last and self._words[here].lower in _LANDS
        return Verdict(min(here + is_land, last), own=True) if is_land or self._words[here - 1].lower == "own" else None

    def _owner_at(self, at: int, last: int, *, bare: bool) -> Verdict | None:
        """Return the owner named at a word: a demonym, a possessive, a state alone, or any name (``bare``)."""
        first = at
        if at < last and self._words[at].lower == "the":
            at += 1
        if bare and at < last and self._words[at].lower in _SELF:
            return Verdict(at + 1, own=True)
        by_first = self._clauses.scene.by_first
        for mention in (*by_first.get(at, ()), *(by_first.get(first, ()) if first < at else ())):
            owner = self._setting.owner(mention)
            end = mention.last
            while end < last and self._words[end].lower in _MODIFIERS:
                end += 1
            behind = self._words[end] if end < last else None
            possessive = behind is not None and behind.text in POSSESSIVE
            lands = behind is not None and behind.lower in _LANDS
            ends = behind is None or lands or not behind.letters or behind.lower in _ENDS_DEMONYM
            demonym = any(name.sense == "demonym" for name in mention.names)
            named = at == first and ends and not lands and owner is not None and owner.startswith("state/")
            if owner and (bare or possessive or (demonym and ends) or (named and not demonym)):
                return Verdict(min(end + (lands or possessive), last), owner)
        return None

    def _of_verdict(
        self, holders: Holders, verdict: Verdict, thing: Thing, at: int, *, voiced: bool = False
    ) -> Iterator[Stand]:
        """Turn whose somebody says a place is into a claim of the own state, or an answer to another's."""
        evidence = self._clauses.span(min(holders.first, thing.first, at), verdict.last)
        for speaker in holders.actors:
            stand = self._stance(speaker, verdict, voiced=voiced)
            if stand:
                who, stance, toward = stand
                sure = 0.85 if thing.known else 0.7
                yield Stand(who, stance, evidence, thing, self._words[at].start, toward, confidence=sure)

    def _stance(self, speaker: str, verdict: Verdict, *, voiced: bool) -> tuple[str, str, str | None] | None:
        """Return who takes which stance toward whom."""
        state = self._setting.state_of(speaker)
        if verdict.occupied:
            return None if verdict.negated else (speaker, "rejects-claim", verdict.owner)
        if voiced and verdict.owner and state is None and self._setting.holds_office(speaker) and not verdict.negated:
            return verdict.owner, "claims-sovereignty", None
        own = verdict.own or (verdict.owner is not None and verdict.owner in {state, speaker})
        if own and self._setting.is_group(speaker) and state:
            return speaker, "recognizes-claim", state
        if own:
            is_claim = state and not verdict.negated and not self._setting.is_past(state)
            return (state, "claims-sovereignty", None) if is_claim and state else None
        if verdict.owner:
            return speaker, "rejects-claim" if verdict.negated else "recognizes-claim", verdict.owner
        return None

    # small clauses ---------------------------------------------------------------------------------------------

    def _regarded(self, site: Site, first: int, last: int) -> Iterator[Stand]:
        """Read "considers X its own", "recognises X as Russian", "accepts that X is Danish", "calls X occupied"."""
        holders = self._clauses.holders.of(site, first)
        if site.negated or holders.nobody or not holders.actors or site.kind == "gerund":
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
        verdict = self._whose(begin, last)
        if verdict and verdict.occupied and (occupier := self._occupier(verdict)):
            yield from self._occupied(holders, replace(verdict, owner=occupier), thing, site)
        elif verdict and (verdict.own or verdict.owner or verdict.occupied):
            yield from self._of_verdict(holders, verdict, thing, site.first)

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

    def _occupier(self, verdict: Verdict) -> str | None:
        """Return the state in "Russian-occupied"."""
        name = self._words[verdict.last - 1].text.rpartition("-")[0]
        return self._setting.named(name, self._clauses.scene, verdict.last - 1) if name else None

    def _occupied(self, holders: Holders, verdict: Verdict, thing: Thing, site: Site) -> Iterator[Stand]:
        yield from self._of_verdict(holders, verdict, thing, site.first)
        if verdict.owner:
            evidence = self._clauses.span(thing.first, verdict.last)
            yield Stand(verdict.owner, "controls", evidence, thing, self._words[thing.first].start, confidence=0.75)
