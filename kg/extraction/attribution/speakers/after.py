"""Subjects on the right of a cue, and owners of nouns of saying."""

from dataclasses import replace

from kg.extraction.attribution.cues import CueSite
from kg.extraction.coreference import Scene, Subject, subject_of
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE, POSSESSIVE_PRONOUNS, function_words

_CLAUSES = frozenset({"that", "whether", "if", "why", "how"})
_FARTHEST = 4  # words between a verb and the subject behind it


def subject_after(scene: Scene, site: CueSite, stop: int) -> Subject | None:
    """Return the subject on the right of a cue: "..., said Foreign Minister Jane Doe"."""
    if site.last < stop and scene.words[site.last].lower in _CLAUSES:
        return None
    for at in range(site.last, min(site.last + _FARTHEST, stop)):
        named = (one for one in scene.by_first.get(at, ()) if one.last <= stop and one.form != "pronoun")
        mention = next(named, None)
        if mention:
            return replace(_joint(scene, mention, stop), first=site.last)
        if not scene.words[at].text.islower() or scene.words[at].lower in function_words():
            return None
    return None


def owner_of(scene: Scene, site: CueSite, start: int, stop: int) -> Subject | None:
    """Return whose a noun of saying is: "Spain's claim", "the claim by Moscow"; None for pronouns."""
    if scene.words[site.last].lower in {"by", "from"}:
        found = [one for one in scene.by_first.get(site.last + 1, ()) if one.last <= stop]
        return subject_of(found[0]) if found else None
    mark = _mark_before(scene, site.first, start)
    if mark is None or scene.words[mark].text not in POSSESSIVE:
        return None
    found = [one for one in scene.by_last.get(mark, ()) if one.first >= start]
    return subject_of(found[0]) if found else None


def _mark_before(scene: Scene, noun: int, start: int) -> int | None:
    """Return the possessive before a noun, or the punctuation or pronoun that ends the search for one."""
    for at in range(noun - 1, start - 1, -1):
        word = scene.words[at]
        if not word.letters or word.text in POSSESSIVE or word.lower in POSSESSIVE_PRONOUNS:
            return at
    return None


def _joint(scene: Scene, mention: Mention, stop: int) -> Subject:
    """Return a subject with the name that "and" joins to it."""
    at = mention.last
    if at < stop and scene.words[at].lower == "and":
        for other in scene.by_first.get(at + 1, ()):
            if other.is_name and other.last <= stop:
                return Subject((mention, other), mention.first, other.last)
    return subject_of(mention)
