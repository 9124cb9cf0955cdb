"""Who is said to have a right: "has no right to X", "has sovereignty over Y", "has the right to decide"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.stances.clause import Clauses
from kg.extraction.stances.groups import Site
from kg.extraction.stances.heads import Phrase
from kg.extraction.stances.holders import Holders
from kg.extraction.stances.lexicon import noun_senses
from kg.extraction.stances.stand import Stand, Thing
from kg.extraction.words import DETERMINING

_AT_PLACES = frozenset({"be", "stay", "remain", "exist", "operate", "sail", "fish", "drill"})
_BASES = frozenset({"basis", "grounds", "foundation"})


def read_having(clauses: Clauses, site: Site, holders: Holders) -> Iterator[Stand]:
    """Read "has no right to", "never had sovereignty over", "also have claims in"."""
    phrase = right_behind(clauses, site)
    if phrase is None:
        return
    denied = clauses.setting.is_denied(clauses.words[site.first].start)
    negated = (site.negated or clauses.words[phrase.first].lower == "no") != denied
    if act := _entitled(clauses, phrase):
        yield from _read_entitlement(clauses, site, holders, act, negated=negated != holders.nobody)
        return
    speaker = clauses.voice_of(site, holders)
    other = _other_than(clauses, speaker, holders)
    for thing in clauses.phrases.territories(phrase):
        if negated and other:
            yield from clauses.stands(site, speaker, "rejects-claim", thing, toward=other)
        if not negated and other and phrase.kind == "title" and not _may_be_of_state(clauses, speaker):
            yield from clauses.stands(site, speaker, "recognizes-claim", thing, toward=other)
        if not negated and phrase.kind in {"claim", "title"}:
            yield from clauses.stands(site, holders, "claims-sovereignty", thing)


def right_behind(clauses: Clauses, site: Site) -> Phrase | None:
    """Return the phrase behind a verb where it is for a right or claim to something, also "basis for a claim to"."""
    phrase = clauses.phrases.read(site.last)
    if phrase and clauses.words[phrase.head].lower in _BASES:
        phrase = clauses.phrases.read(phrase.head + 2)
        phrase = replace(phrase, first=site.last) if phrase else None
    if phrase is None or phrase.last <= phrase.head + 1:
        return None
    if not (phrase.kind in {"claim", "title", "right"} or _is_entitlement(clauses, phrase)):
        return None
    is_auxiliary = site.lexeme.sense == "have" and _is_participle(clauses.words[phrase.first].lower)
    return None if is_auxiliary else phrase


def _other_than(clauses: Clauses, speaker: Holders, holders: Holders) -> str | None:
    """Return the only holder, where somebody else than he or his own says so."""
    if not speaker.actors or len(holders.actors) != 1:
        return None
    return None if clauses.setting.is_own(speaker.actors[0], holders.actors[0]) else holders.actors[0]


def _may_be_of_state(clauses: Clauses, speaker: Holders) -> bool:
    """Say whether a speaker holds an office of a state that the article leaves out, so that it may be the holder."""
    return any(clauses.setting.holds_office(one) and clauses.setting.state_of(one) is None for one in speaker.actors)


def _is_entitlement(clauses: Clauses, phrase: Phrase) -> bool:
    return noun_senses().get(clauses.words[phrase.head].lower) == "right"


def _entitled(clauses: Clauses, phrase: Phrase) -> Thing | None:
    """Return the act of "right to meddle", "right of the islanders to decide"; None for a right to a place."""
    words, to = clauses.words, phrase.head + 1
    if not _is_entitlement(clauses, phrase) or to + 1 >= phrase.last or words[to].lower != "to":
        return None
    verb = words[to + 1]
    is_verb = verb.letters and not verb.capital and verb.lower not in DETERMINING | _AT_PLACES
    if not is_verb or clauses.first_place(to, phrase.last) or clauses.phrases.is_named(to + 1, to + 2):
        return None
    return Thing(to + 1, phrase.last, None, clauses.span(to + 1, phrase.last))


def _read_entitlement(clauses: Clauses, site: Site, holders: Holders, act: Thing, *, negated: bool) -> Iterator[Stand]:
    """Read "X has no right to meddle" as the speaker's opposition, "X has the right to decide" as support."""
    speakers = clauses.setting.speakers(clauses.words[site.first].start)
    if not speakers or not (holders.actors or holders.nobody) or set(speakers) & {*holders.actors}:
        return
    said = Holders(speakers, holders.first, holders.last)
    toward = holders.actors[0] if negated and len(holders.actors) == 1 else None
    yield from clauses.stands(site, said, "opposes" if negated else "supports", act, toward=toward)


def _is_participle(opening: str) -> bool:
    """Say whether "has" before a word is an auxiliary: no noun phrase begins with it."""
    return opening not in DETERMINING and opening.endswith(("ed", "en", "wn", "ld"))
