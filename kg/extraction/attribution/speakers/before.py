"""Subjects on the left of a cue: "X said", "X, a former Y, on Tuesday said"."""

from dataclasses import replace

from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.speakers.clause import Clause
from kg.extraction.coreference import Scene, Subject
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.words import DASHES, PREPOSITIONS, Word

_INSERTING = PREPOSITIONS | frozenset(
    "who which when while also whose where asked speaking citing quoting a an the now then currently "
    "formerly also once himself herself itself themselves".split()
)
TIMES = frozenset(
    "late early earlier this last week month year ago morning evening night spring summer autumn fall winter".split()
)
_TIMES_ALONE = TIMES - {"this", "last", "fall"}
_FLOATING = frozenset({"both", "all", "each"})
_CLOSING = frozenset({",", ")"}) | DASHES - {"--"}
_OPENING = frozenset({",", "(", ";", ":"}) | DASHES - {"--"}


def subject_before(scene: Scene, site: CueSite, start: int, *, inside: int) -> Subject | None:
    """Return the subject on the left of a cue; None where there is none in its clause.

    Args:
        scene: the paragraph.
        site: the cue.
        start: where the sentence, or the clause, begins.
        inside: the number of the quotation that both stand in; -1: in none.
    """
    return subject_ending_before(scene, site.phrase_first, start, inside=inside)


def subject_ending_before(scene: Scene, verb: int, start: int, *, inside: int = -1) -> Subject | None:
    """Return the subject on the left of any verb with its auxiliaries; None where there is none in its clause."""
    clause = Clause(scene, start, inside)
    at = before_time(scene, verb, start)
    if at > start and scene.words[at - 1].lower in _FLOATING:
        at -= 1
    if at > start and scene.words[at - 1].text in _CLOSING and not _ends_alias(scene, at):
        return _across_insertion(clause, at - 1)
    if at > start and scene.words[at - 1].text == "--":
        opening = next((back for back in range(at - 2, start, -1) if scene.words[back].text == "--"), None)
        return _across_insertion(clause, opening) or clause.ending_at(opening) if opening is not None else None
    subject = clause.ending_at(at)
    if subject and subject.last > subject.mentions[-1].last and at < verb:
        return replace(subject, last=verb)
    return subject


def _ends_alias(scene: Scene, at: int) -> bool:
    return scene.words[at - 1].text == ")" and bool(scene.by_last.get(at))


def before_time(scene: Scene, at: int, start: int) -> int:
    """Return where "on Wednesday" or "late Tuesday" begins that ends right before a word; the word if none does."""
    back = at
    while back > start and _is_time(scene.words[back - 1]):
        back -= 1
    is_dated = at - back > 1 or any(word.capital or word.lower in _TIMES_ALONE for word in scene.words[back:at])
    if not is_dated:
        return at
    return back - 1 if back > start and scene.words[back - 1].lower in {"on", "in"} else back


def _is_time(word: Word) -> bool:
    return word.text in words("calendar-words") or word.lower in TIMES


def _across_insertion(clause: Clause, comma: int) -> Subject | None:
    """Return the subject before ", a former X," or ", who spoke on Tuesday,", or the one that ends at the comma."""
    scene = clause.scene
    sentence = scene.words[comma].sentence
    whole = [one for one in scene.by_last.get(comma, ()) if scene.words[one.head_first].sentence == sentence]
    apposed = next((one for one in whole if one.is_name and one.last > one.head_last), None)
    if apposed:
        return clause.around(apposed)
    if scene.words[comma].text == ")" and whole:
        whole = [one for one in whole if scene.words[one.first - 1].text != "("]
    at = _insertion_start(clause, comma)
    if at is None:
        return clause.around(whole[0]) if whole and whole[0].first == clause.start else None
    before = clause.ending_at(at) or _apposed_across(clause, at)
    if whole and not (before and _is_insertion(scene.words[at + 1])):
        return clause.around(whole[0])
    return before


def _apposed_across(clause: Clause, at: int) -> Subject | None:
    """Return a name before a comma whose apposition goes on behind it: "X, a historian who attended, said"."""
    named = (one for one in clause.scene.mentions_over(at) if one.is_name and _is_only_age(clause.scene, one, at))
    return next((clause.around(one) for one in named if one.first >= clause.start), None)


def _is_only_age(scene: Scene, name: Mention, at: int) -> bool:
    """Say whether nothing but an age stands between a name and a comma: "X, 58, a former pilot"."""
    return name.head_last <= at and all(w.text == "," or w.text.isdigit() for w in scene.words[name.head_last : at])


def _insertion_start(clause: Clause, comma: int) -> int | None:
    """Return the mark that opens what a comma closes; None where none does, or where a clause ends before."""
    scene, at = clause.scene, comma - 1
    while at >= clause.start and scene.quoted[at] == clause.inside and not _opens_insertion(scene, at):
        at -= 1
    return None if at < clause.start or scene.words[at].text in {";", ":"} else at


def _opens_insertion(scene: Scene, at: int) -> bool:
    """Say whether a mark may open what is set in; the comma in "Nov. 9, 2020" does not."""
    if scene.words[at].text not in _OPENING:
        return False
    behind = scene.words[at + 1].text if at + 1 < len(scene.words) else ""
    return not (behind.isdigit() and len(behind) == len("2020") and scene.words[at - 1].text.isdigit())


def _is_insertion(opening: Word) -> bool:
    """Say whether a word opens what is set between a subject and its verb: a preposition, an age, a participle."""
    return opening.lower in _INSERTING or opening.text[:1].isdigit() or opening.lower.endswith(("ing", "ed"))
