"""Verbs of claiming and holding: "claims X", "claimed by both", "which China claims", "has no right to X"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.doubt import is_history
from kg.extraction.stances.groups import Site
from kg.extraction.stances.heads import Phrase
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.stand import Stand, Thing

_CLAUSE = frozenset({"is", "are", "was", "were", "has", "have", "belong", "belongs", "had"})
_UNREAL = frozenset({"refuse", "plan", "try", "want", "demand", "request", "maybe", "propose"})
_AT = frozenset({"in", "on", "at", "there"})
_UNLAWFUL = frozenset({"unlawfully", "illegally", "illegitimately"})
_KEEPING = frozenset({"keep", "retain", "maintain"})
_FORCES = frozenset("troops forces soldiers army military police ships vessels personnel garrison settlers".split())
_JOIN_ENDS = frozenset({"and", "but", "after", "in", "on", "rather", "than"})
_RELATIVES = frozenset({"which", "that", "where"})
_BEFORE_OWNED = _RELATIVES | {",", "and", "also", "both"}


def read_possession(clauses: Clauses, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
    """Yield what a verb of claiming or holding tells; who took a place holds it, who annexed it also claims it."""
    if (
        site.negated
        or holders.nobody
        or site.modal
        or (site.governor in _UNREAL and site.lexeme.sense != "regain")
        or is_history(clauses.scene, site, last)
    ):
        return
    regains = site.lexeme.sense == "regain"
    keeps = site.lexeme.form[0] in _KEEPING
    if site.future and not (regains or keeps):
        return
    has_it = regains and not (site.future or site.volition)
    if clauses.words[min(site.last, last - 1)].lower == "that":
        return
    stance = "controls" if has_it or site.lexeme.sense in {"hold", "take"} else "claims-sovereignty"
    speaker = clauses.voice_of(site, holders)
    around = clauses.words[site.phrase_first : clauses.end(site.last, last)]
    unlawful = any(word.lower in _UNLAWFUL for word in around)
    accuser = clauses.holders.accuser(site, first) if stance == "controls" else Holders()
    for thing in _claimed(clauses, site, holders, first):
        yield from clauses.stands(site, holders, stance, thing)
        if accuser.actors and len(holders.actors) == 1:
            yield from clauses.stands(site, accuser, "rejects-claim", thing, toward=holders.actors[0])
        if unlawful and stance == "controls" and holders.actors:
            yield from clauses.stands(site, speaker, "rejects-claim", thing, toward=holders.actors[0])
        if site.lexeme.lemma == "annex" and site.kind == "finite":
            yield from clauses.stands(site, holders, "claims-sovereignty", thing)


def read_stationing(clauses: Clauses, site: Site, holders: Holders, first: int, last: int) -> Iterator[Stand]:
    """Read "X, where Chad keeps a garrison", "keeps troops on X": who has troops at a place holds it."""
    if site.negated or site.modal or site.future or site.governor in _UNREAL or site.kind == "passive":
        return
    end = clauses.end(site.last, last)
    thing = relative_place(clauses, site, holders, first)
    if thing is None and site.last < last and clauses.words[site.last].lower in _AT:
        there = clauses.words[site.last].lower == "there"
        thing = clauses.place_of_context(site.last) if there else clauses.first_place(site.last, end)
    if thing:
        yield from clauses.stands(site, holders, "controls", thing)


def read_holding(clauses: Clauses, site: Site, holders: Holders) -> Iterator[Stand]:
    """Read "if Moscow hands back control of the islands": who may give a place back holds it."""
    phrase = _object(clauses, site)
    if phrase is None or site.lexeme.tense == "past" or site.kind == "passive":
        return
    for thing in clauses.phrases.territories(phrase):
        yield from clauses.stands(site, holders, "controls", thing)


def read_leaving(clauses: Clauses, site: Site, holders: Holders) -> Iterator[Stand]:
    """Read "Britain must leave the islands", "called on Tokyo to drop its claim": the speaker denies it the place."""
    phrase = _object(clauses, site)
    if phrase and site.negated and site.future and phrase.kind == "territory" and not site.asked:
        for thing in clauses.phrases.territories(phrase):
            yield from clauses.stands(site, holders, "refuses-negotiation", thing)
        return
    if phrase is None or site.negated or not (phrase.is_right or phrase.kind in {"territory", "pronoun"}):
        return
    voice = clauses.setting.voice(clauses.words[site.first].start)
    other = clauses.setting.owner(site.addressee) if site.addressee else None
    if site.modal and len(holders.actors) == 1:
        subjunctive = clauses.holders.of_demand(site) if site.kind == "subjunctive" else ()
        speakers = subjunctive or ((voice.speaker,) if voice else ())
        other, holders = holders.actors[0], replace(holders, actors=speakers)
    elif not site.asked:
        return
    for thing in clauses.phrases.territories(phrase) if other else ():
        if all(not clauses.setting.is_own(one, other or "") for one in holders.actors):
            yield from clauses.stands(site, holders, "rejects-claim", thing, toward=other)


def read_stopping(clauses: Clauses, site: Site, holders: Holders) -> Iterator[Stand]:
    """Read "urged China to halt the work", "should refrain from drills": the speaker opposes it."""
    phrase = clauses.phrases.read(site.last)
    if phrase is None or site.negated or phrase.kind in {"pronoun", "territory", "infinitive"} or phrase.is_right:
        return
    voice = clauses.setting.voice(clauses.words[site.first].start)
    other = clauses.setting.owner(site.addressee) if site.addressee else None
    if site.modal and holders.actors:
        subjunctive = clauses.holders.of_demand(site) if site.kind == "subjunctive" else ()
        other = holders.actors[0] if len(holders.actors) == 1 else None
        holders = replace(holders, actors=subjunctive or ((voice.speaker,) if voice else ()))
    elif not site.asked:
        return
    if other not in holders.actors:
        yield from clauses.stands(site, holders, "opposes", clauses.phrases.thing(phrase), toward=other)


def read_joining(clauses: Clauses, site: Site, holders: Holders, last: int) -> Iterator[Stand]:
    """Read "voted to remain British", "want to join X": a people sides with a state's title to where it lives."""
    thing = clauses.place_of_context(site.first)
    people = tuple(actor for actor in holders.actors if clauses.setting.is_group(actor))
    if thing is None or not people or site.governor in {"", "refuse", "keep"}:
        return
    end = site.last
    while end < min(site.last + 9, last) and clauses.words[end].letters and clauses.words[end].lower not in _JOIN_ENDS:
        end += 1
    owner = clauses.within(site.last, end)
    if owner and owner.startswith("state/"):
        stance = "rejects-claim" if site.negated else "recognizes-claim"
        yield from clauses.stands(site, replace(holders, actors=people), stance, thing, toward=owner, end=end)


def _object(clauses: Clauses, site: Site) -> Phrase | None:
    """Return the phrase in the gap of a verb ("hand X back"), else the one behind it."""
    begin, end = site.gaps
    is_inside = end > begin and site.lexeme.form[-1] not in {"from", "of"}
    if end > begin and not is_inside and not any(word.lower in _FORCES for word in clauses.words[begin:end]):
        return None  # whoever withdraws an envoy from a place need not have held it
    return clauses.phrases.read(begin if is_inside else site.last)


def _claimed(clauses: Clauses, site: Site, holders: Holders, first: int) -> Iterator[Thing]:
    """Yield what is claimed or held: the object, what stands before "which", or the subject of a passive."""
    if site.kind == "passive":
        yield from _antecedents(clauses, site, first)
        return
    phrase = clauses.phrases.read(site.last)
    kinds = {"territory", "pronoun"} | ({"title", "right"} if site.lexeme.sense == "claim" else set())
    if phrase and phrase.kind in kinds and not _is_clause(clauses, phrase):
        yield from clauses.phrases.territories(phrase)
    elif relative := relative_place(clauses, site, holders, first):
        yield relative


def _is_clause(clauses: Clauses, phrase: Phrase) -> bool:
    """Say whether what looks like an object goes on as a clause: "claims the islands are"."""
    behind = phrase.last
    return behind < len(clauses.words) and clauses.words[behind].lower in _CLAUSE


def relative_place(clauses: Clauses, site: Site, holders: Holders, first: int) -> Thing | None:
    """Return the place before "which China claims", "that Israel holds", "it controls"."""
    words, places = clauses.words, clauses.phrases.places
    at = holders.first if holders.actors and holders.last <= site.first else site.phrase_first
    while at > first and words[at - 1].lower in _BEFORE_OWNED:
        at -= 1
    relatives = _RELATIVES if site.lexeme.sense == "station" else _RELATIVES - {"where"}
    marked = any(word.lower in relatives for word in words[at : site.phrase_first])
    ends = [one for one in places if first <= one.first and one.last <= at and at - one.last < 4]
    if ends and (marked or ends[-1].last == holders.first):
        return Thing(ends[-1].first, ends[-1].last, ends[-1].id)
    if marked and at > first and clauses.phrases.is_named(at - 1, at):
        ident = clauses.phrases.place_before(at)
        return Thing(at - 1, at, ident, known=False) if ident else None
    return None


def _antecedents(clauses: Clauses, site: Site, first: int) -> Iterator[Thing]:
    """Yield the places that a passive is about: the last ones before it, or the one taken up right before it."""
    named = clauses.phrases.places_in(first, site.phrase_first)
    between = clauses.words[named[-1].last : site.phrase_first] if named else ()
    if named and len(between) < 9 and not any(word.lower in {"that", "where"} for word in between):
        for one in clauses.phrases.joined_to(named):
            yield Thing(one.first, one.last, one.id)
        return
    at = site.phrase_first
    while at > first and (not clauses.words[at - 1].letters or clauses.words[at - 1].lower in {"which", "that"}):
        at -= 1
    if at > first and clauses.phrases.is_named(max(first, at - 2), at):
        ident = clauses.phrases.place_before(at)
        if ident:
            yield Thing(at - 1, at, ident, known=False)
