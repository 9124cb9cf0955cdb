"""Verbs of negotiating and giving up: who wants to talk about what, who refuses to, who will not yield."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.groups import Site, words_before
from kg.extraction.stances.heads import Phrase
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.stand import Stand, Thing

_NO_TALKS = frozenset({("no", "talks"), ("no", "negotiations"), ("no", "negotiation"), ("no", "compromise")})
_AHEAD = frozenset({"can", "could", "will", "would", "must"})
_IDEALS = frozenset({"interests", "principles", "goals", "values", "efforts", "allies", "people"})
_GOING_ON = frozenset({"is", "are", "am", "has", "have"})
_PRESENT = frozenset({"do", "does", "can", "ca", "cannot", "will", "wo", "would"})


def read_negotiation(clauses: Clauses, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
    """Yield who wants or refuses talks; talks that are only told as held take no stance."""
    impersonal = site.kind == "passive" and clauses.is_denied_of_all(site, first)
    negated = (site.negated != holders.nobody) or impersonal
    now = bool(words_before(clauses.words, site) & _PRESENT)
    if not (site.volition or site.asked or site.modal or (negated and now) or _is_going_on(clauses, site)):
        return
    if site.kind == "passive" or holders.nobody or not holders.actors:
        holders = clauses.speaker(site, holders) if negated else Holders()
    thing = _topic(clauses, site, first, last)
    if thing is None:
        return
    for holder in holders.actors:
        one = replace(holders, actors=(holder,))
        toward = _other_side(clauses, site, holders, holder, last)
        stance = "refuses-negotiation" if negated else "seeks-negotiation"
        if negated and site.lexeme.lemma == "discuss" and _is_declined(clauses, site):
            stance = "no-position"
        yield from clauses.stands(site, one, stance, thing, toward=toward)


def _is_going_on(clauses: Clauses, site: Site) -> bool:
    """Say whether talks are told as going on: "are negotiating", "have been discussing"."""
    return site.lexeme.tense == "gerund" and bool(words_before(clauses.words, site) & _GOING_ON)


def _is_declined(clauses: Clauses, site: Site) -> bool:
    """Say whether it is somebody who declines to discuss something: that tells no stance on talks."""
    return any(word.startswith("declin") for word in words_before(clauses.words, site))


def _topic(clauses: Clauses, site: Site, first: int, last: int) -> Thing | None:
    if site.kind == "passive":
        return clauses.first_place(first, site.phrase_first) or clauses.place_of_context(site.first)
    end = clauses.end(site.last, last)
    return (
        clauses.first_place(site.first, end)
        or clauses.complement(site.last, end)
        or clauses.place_of_context(site.first)
    )


def _other_side(clauses: Clauses, site: Site, holders: Holders, holder: str, last: int) -> str | None:
    """Return whom the holder wants to talk with: the one asked, "with X", or the other of two who agree."""
    asked = clauses.setting.owner(site.addressee) if site.addressee else None
    found = asked or clauses.linked({"with", "to"}, site.first, clauses.end(site.last, last))
    if found is None and len(holders.actors) == 2:
        found = next(actor for actor in holders.actors if actor != holder)
    side = clauses.setting.side_of(found)
    return side if side not in {holder, clauses.setting.side_of(holder)} else None


def read_keeping(clauses: Clauses, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
    """Yield refusals to give something up or to yield, and offers to give it up."""
    if site.lexeme.lemma == "return" and site.last < last and clauses.words[site.last].lower in {"to", "from", "home"}:
        return  # whoever returns to a place gives nothing back
    impersonal = site.kind == "passive" and clauses.is_denied_of_all(site, first)
    no_gap = any(word.lower == "no" for word in clauses.words[site.gaps[0] : site.gaps[1]])
    negated = (site.negated != holders.nobody) or impersonal or no_gap
    phrase = _given_up(clauses, site)
    if phrase and site.lexeme.sense == "cede" and (phrase.is_right or clauses.words[phrase.head].lower in _IDEALS):
        return
    if negated and (site.volition or site.modal or site.future or holders.nobody or site.kind == "passive"):
        if holders.nobody or not holders.actors or site.kind == "passive":
            holders = clauses.speaker(site, holders)
        thing = _topic(clauses, site, first, last)
        if thing:
            yield from clauses.stands(site, holders, "refuses-negotiation", thing)
    elif site.proposed and not negated and site.lexeme.sense == "cede" and phrase:
        thing = clauses.phrases.thing(Phrase(site.first - 1, max(phrase.last, site.last), site.first, "infinitive"))
        toward = clauses.linked({"to"}, site.last, phrase.last)
        yield from clauses.stands(site, holders, "proposes", thing, toward=toward)


def _given_up(clauses: Clauses, site: Site) -> Phrase | None:
    """Return the phrase of what is given up: behind the verb or between it and its particle."""
    if site.gaps[1] > site.gaps[0]:
        return clauses.phrases.read(site.gaps[0])
    return clauses.phrases.read(site.last)


def read_proposal(clauses: Clauses, site: Site, holders: Holders) -> Iterator[Stand]:
    """Read who wants, plans or offers to buy, lease or swap a place, to go to court or to hold a vote on it."""
    if not (site.volition or site.asked) or site.kind == "passive" or holders.nobody:
        return
    phrase = clauses.phrases.read(site.last)
    last = max(site.last, phrase.last if phrase else 0)
    thing = Thing(site.first, last, None, clauses.span(site.first, last))
    yield from clauses.stands(site, holders, "opposes" if site.negated else "proposes", thing)


def read_closed(clauses: Clauses, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
    """Read "sees nothing to negotiate about X", "X is not up for discussion", "there is nothing to discuss"."""
    is_predicate = site.lexeme.part == "predicate"
    if site.lexeme.form in _NO_TALKS and not words_before(clauses.words, site) & _AHEAD:
        return  # that no talks were held is no refusal
    if site.last < last and clauses.words[site.last].lower == "that":
        return  # "there is no dispute that"
    if (site.lexeme.sense == "open") != (site.negated or clauses.is_denied_of_all(site, first)):
        return
    if is_predicate or not holders.actors:
        holders = clauses.speaker(site, holders)
    thing = (
        clauses.first_place(first, site.first)
        if is_predicate
        else clauses.topic(site.last, clauses.end(site.last, last))
    )
    thing = thing or clauses.place_of_context(site.first)
    if thing:
        yield from clauses.stands(site, holders, "refuses-negotiation", thing)
