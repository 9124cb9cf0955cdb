"""To whom it is said: "told reporters that", "assured the prime minister: ..."."""

from kg.extraction.attribution.contents.adverbials import TIMES
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.speakers.parsed import verb_of
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.words import DETERMINERS, PREPOSITIONS, is_finite_hint

_CLAUSES = frozenset({"that", "whether", "why", "how"})
_NEVER_FIRST = _CLAUSES | frozenset({"to", "if", "what", "when", "where", "who", ",", ":"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "there"})
_WHOLE = frozenset({"us", "him", "her", "them", "me", "reporters", "journalists"})
_FARTHEST = 16  # words from the verb to the clause or quotation behind the addressee
_THINGS = frozenset({"to", "of", "against", "for"})
_ONLY_PERSONS = frozenset({"tell", "thank"})
_URGING = frozenset({"call on", "urge", "ask", "beg", "invite", "instruct", "advise", "promise"})
_WITH_CONTENT = frozenset({"warn", "thank", "congratulate", "invite"})


def find_addressee(scene: Scene, site: CueSite, at: int, stop: int) -> tuple[Bounds | None, int]:
    """Return the addressee's words and the index behind; None and the index itself where the content begins there."""
    if at >= stop or scene.words[at].lower in _NEVER_FIRST or scene.opens_quote(at):
        return None, at
    if at + 1 < stop and scene.words[at].lower in _WHOLE:
        return (at, at + 1), at + 1
    verb = verb_of(scene, site)
    for end in range(at + 1, min(stop, at + _FARTHEST)):
        if verb is not None and scene.tree.relation(end) == "conj" and scene.tree.heads[end] == verb:
            break  # "thanked both and foresaw 'a peace'": the quotation is the next verb's
        if scene.words[end].lower in _CLAUSES or scene.words[end].text == ":" or scene.opens_quote(end):
            opening = _clause_start(scene, verb, at, end) if scene.opens_quote(end) else end
            return (at, _phrase_end(scene, at, opening)), opening
        if _opens_clause(scene, end, stop):
            return (at, end), end
        if _is_of_content(site, scene.words[end].lower):
            return None, at
    if site.cue.kind in {"demand", "accuse"} or site.cue.lemma in _WITH_CONTENT:
        return None, at
    end = _noun_end(scene, at, stop)
    return (at, end), end


def _opens_clause(scene: Scene, at: int, stop: int) -> bool:
    """Say whether a pronoun and its verb stand here: "told the Today programme he had 'no fear'"."""
    return at + 1 < stop and scene.words[at].lower in _SUBJECTS and is_finite_hint(scene.words[at + 1])


def _clause_start(scene: Scene, verb: int | None, at: int, quote: int) -> int:
    """Return where by the parse the clause begins that a quotation stands in: "told them it was 'a joke'"."""
    clauses = scene.tree.children(verb, "ccomp") if verb is not None else ()
    starts = (scene.tree.bounds(clause)[0] for clause in clauses)
    return next((start for start in starts if at < start < quote), quote)


def _is_of_content(site: CueSite, word: str) -> bool:
    """Say whether a preposition shows that those addressed belong to what is said: "urged Japan to go"."""
    takes_thing = "n" in site.cue.takes and site.cue.lemma not in _ONLY_PERSONS
    return (word in _THINGS and takes_thing) or (word == "to" and site.cue.lemma in _URGING)


def _phrase_end(scene: Scene, at: int, end: int) -> int:
    """Return where a noun phrase that begins here ends: before the first preposition or time word."""
    inside = (i for i in range(at + 1, end) if scene.words[i].lower in TIMES | (PREPOSITIONS - {"of"}))
    return next(inside, end)


def _noun_end(scene: Scene, at: int, stop: int) -> int:
    """Return where the mention that begins here ends, else the noun."""
    mention = next((one for one in scene.by_first.get(at, ()) if one.last < stop), None)
    if mention:
        return mention.last
    return min(at + 2 if scene.words[at].lower in DETERMINERS else at + 1, stop)
