"""What is said around a frame that stands between a subject and its verb: "Guyana, said the judge, controls it"."""

from kg.extraction.attribution.contents.ends import end_of
from kg.extraction.attribution.frame import Frame
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.words import PREPOSITIONS, behind_adverbs

_OF_SUBJECTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM"})
_JOINING = frozenset({"of", "and"})
_VERBAL = frozenset({"MD", "VBZ", "VBD", "VBP", "VB", "NNS"})  # the parse takes "administers" for a noun
_RELATIVES = frozenset({"who", "whose", "whom", "which"})
_NO_SUBJECTS = PREPOSITIONS | {"what", "who", "which", "that", "meanwhile", "then", "yes", "no"}
_LONGEST = 12  # words of a subject, and of what follows the verb of a frame


def said_around(scene: Scene, frame: Frame, start: int, stop: int) -> tuple[Bounds, Bounds] | None:
    """Return the subject before a frame and what follows the comma behind it; None where the frame is not set in so."""
    last = frame.first - 1
    if frame.subject is None or last <= start or scene.words[last].text != "," or not _is_subject(scene, start, last):
        return None
    if scene.words[frame.first].lower in _RELATIVES:
        return None  # "Morocco, which calls it its own, holds": the clause is about what stands before it
    comma = _closing_comma(scene, frame, stop)
    verb = stop if comma is None else behind_adverbs(scene.words, comma + 1, stop)
    if comma is None or verb >= stop or scene.tree.tags[verb] not in _VERBAL or scene.words[verb].capital:
        return None
    end = end_of(scene, frame, comma + 1, stop)
    while end > verb and scene.quoted[end - 1] < 0 and not scene.words[end - 1].letters:
        end -= 1
    return ((start, last), (comma + 1, end)) if end > verb else None


def _is_subject(scene: Scene, first: int, last: int) -> bool:
    """Say whether words are a bare noun phrase or pronoun."""
    if last - first > _LONGEST or scene.words[first].lower in _NO_SUBJECTS:
        return False
    return all(scene.tree.kinds[at] in _OF_SUBJECTS or scene.words[at].lower in _JOINING for at in range(first, last))


def _closing_comma(scene: Scene, frame: Frame, stop: int) -> int | None:
    """Return the comma behind a frame with what belongs to it: to whom, when, and who it is that speaks."""
    comma = scene.commas.first_in(frame.behind, stop)
    if comma == frame.behind and frame.inverted and scene.words[min(comma + 1, stop - 1)].lower in _RELATIVES:
        return scene.commas.first_in(comma + 1, stop)
    if comma is None or comma - frame.behind > _LONGEST or scene.verbs.any_in(frame.behind, comma):
        return None
    return comma
