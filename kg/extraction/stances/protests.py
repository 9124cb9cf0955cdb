"""Formal protests and refusals to take a side."""

from collections.abc import Iterator

from kg.extraction.stances.clause import ABOUT, Clauses
from kg.extraction.stances.groups import Site, words_before
from kg.extraction.stances.heads import Phrase
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import PREPOSITIONS

_REFUSING = frozenset({"would", "did", "will", "wo", "has", "have"})
_WHICH = frozenset({"whether", "who", "whose"})


def read_protest(clauses: Clauses, site: Site, holders: Holders, last: int) -> Iterator[Stand]:
    """Yield a protest in form; of crowds and single people only what they condemn, as opposition."""
    if site.negated or holders.nobody or site.kind == "passive" or site.governor in {"maybe", "plan", "want"}:
        return
    phrase = clauses.phrases.read(site.last)
    if len(site.lexeme.form) == 1 and site.lexeme.lemma != "protest":
        yield from _condemnation(clauses, site, holders, phrase)
        return
    if site.last < last and clauses.words[site.last].lower == "that":
        return
    end = clauses.end(site.last, last)
    thing = clauses.first_place(site.last, end) or clauses.place_of_context(site.first)
    if thing and all(clauses.setting.is_public(one) for one in holders.actors):
        toward = _protested(clauses, site, phrase, end)
        yield from clauses.stands(site, holders, "protests", thing, toward=toward, end=end)


def _condemnation(clauses: Clauses, site: Site, holders: Holders, phrase: Phrase | None) -> Iterator[Stand]:
    """Read "condemned X's act": a protest of a state or its people against another's act, else opposition."""
    if phrase is None or phrase.kind in {"pronoun", "infinitive"} or clauses.words[phrase.first].lower in PREPOSITIONS:
        return
    owner = clauses.phrases.owner(phrase).actor
    place = clauses.first_place(phrase.first, phrase.last)
    if phrase.is_right and owner:
        for thing in clauses.phrases.territories(phrase):
            yield from clauses.stands(site, holders, "rejects-claim", thing, toward=owner)
    elif owner and place and any(clauses.setting.is_public(one) for one in holders.actors):
        yield from clauses.stands(site, holders, "protests", place, toward=owner, end=phrase.last)
    else:
        yield from clauses.stands(site, holders, "opposes", clauses.phrases.thing(phrase), toward=owner)


def _protested(clauses: Clauses, site: Site, phrase: Phrase | None, end: int) -> str | None:
    """Return whose act is protested: whose envoy is summoned, who gets the note, or whose the act is."""
    if site.gaps[1] > site.gaps[0] and (found := clauses.within(site.gaps[0], site.last)):
        return clauses.setting.side_of(found)
    by_act = clauses.phrases.owner(phrase).actor if phrase is not None and phrase.kind != "territory" else None
    found = by_act or clauses.linked({"with", "to", "against"}, site.last, end)
    links = ABOUT | {"against", "at", "after"}
    about = next((at for at in range(site.last, end) if clauses.words[at].lower in links), None)
    act = clauses.phrases.read(about + 1) if about is not None else None
    owner = clauses.phrases.owner(act).actor if act else None
    if owner and (found is None or not found.startswith("state/")):
        return clauses.setting.side_of(owner)
    return clauses.setting.side_of(found)


def read_abstention(clauses: Clauses, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
    """Yield that a holder takes no side, has no opinion, or declines to say."""
    if (site.lexeme.sense == "abstain") == site.negated or holders.nobody:
        return
    thing = _undecided(clauses, site, first, last)
    if thing:
        yield from clauses.stands(site, holders, "no-position", thing)


def is_refusal(clauses: Clauses, site: Site, last: int) -> bool:
    """Say whether "would not say" ends there or goes on with whose or whether."""
    before = words_before(clauses.words, site)
    behind = clauses.words[site.last].lower if site.last < last else "."
    return bool(before & _REFUSING or site.governor == "refuse") and (behind in _WHICH or not behind[0].isalnum())


def _undecided(clauses: Clauses, site: Site, first: int, last: int) -> Thing | None:
    """Return what no side is taken on: a place named behind, else the words behind "on", else a place before."""
    end = clauses.end(site.last, last)
    place = clauses.first_place(site.last, end)
    if place and not (site.lexeme.lemma.startswith("comment") and place.first - site.last > 4):
        return place
    linked = site.lexeme.form[-1] == "on" or (site.last < last and clauses.words[site.last].lower in ABOUT | {"of"})
    if linked:
        phrase = clauses.phrases.read(site.last + (site.lexeme.form[-1] != "on"))
        asks = phrase and clauses.words[phrase.first].lower in {"who", "whose"}
        if phrase and not asks and phrase.kind not in {"title", "matter", "pronoun"}:
            return clauses.phrases.thing(phrase)
    before = clauses.phrases.places_in(first, site.first)
    if before:
        return Thing(before[-1].first, before[-1].last, before[-1].id)
    if site.lexeme.sense == "say" or site.lexeme.lemma.startswith("comment"):
        return None
    return clauses.place_of_context(site.first)
