"""What a frame's subject says, on both sides of the cue."""

from dataclasses import dataclass

from kg.extraction.attribution.contents.around import said_around
from kg.extraction.attribution.contents.left import said_before
from kg.extraction.attribution.contents.right import said_behind
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.speakers.parsed import verb_of
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.words import DASHES, PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Content:
    """Runs of words ``first <= i < last`` that are said, in reading order, and the addressee's phrase."""

    runs: tuple[Bounds, ...]
    addressee: Bounds | None = None


def find_content(scene: Scene, frame: Frame, start: int, stop: int) -> Content | None:
    """Return what a frame's subject says within words ``start <= i < stop``; None where nothing is said."""
    right, addressee = said_behind(scene, frame, stop)
    around = said_around(scene, frame, start, stop)
    if around:
        return Content(around, addressee)
    is_behind = right is not None and frame.site.form == "participle" and frame.subject is None
    is_joined = is_behind or _is_joined(scene, frame, start) or (frame.subject is None and frame.source is not None)
    left = None if is_joined else said_before(scene, frame, start)
    behind = max(frame.behind, addressee[1]) if addressee else frame.behind
    if left and right and not _is_split(scene, left, right, behind, addressed=addressee is not None):
        if _is_left_said(scene, left, right, frame.behind):
            right = None
        else:
            left = None
    runs = tuple(run for run in (left, right) if run)
    return Content(runs, addressee) if runs else None


def _is_joined(scene: Scene, frame: Frame, start: int) -> bool:
    """Say whether a cue without a subject of its own goes on with a clause before it: "X left, recalled its envoy"."""
    verb = verb_of(scene, frame.site)
    if frame.subject is not None or verb is None or scene.tree.relation(verb) != "conj":
        return False
    before = scene.tree.heads[verb]
    return start <= before < frame.first and scene.quoted[before] < 0


def _is_split(scene: Scene, left: Bounds, right: Bounds, behind: int, *, addressed: bool) -> bool:
    """Say whether both sides are said: "The villages, he said, were empty"."""
    is_quoted = scene.quoted[left[1] - 1] >= 0
    if is_quoted and scene.opens_quote(right[0]):
        return True
    if not is_quoted and scene.words[left[1]].text in DASHES:
        return False
    mark = scene.words[behind].text if behind < len(scene.words) else ""
    is_joined = addressed and scene.words[left[1] - 2].text == ","
    goes_on = mark == ":" or (mark == "," and (not is_quoted or is_joined))
    return goes_on and right[0] == behind + 1


def _is_left_said(scene: Scene, left: Bounds, right: Bounds, behind: int) -> bool:
    """Say whether the words on the left are what is said, where both sides could be."""
    opens_quote = scene.opens_quote(right[0])
    if scene.quoted[left[1] - 1] >= 0:
        is_adverbial = scene.words[right[0]].lower == "that" and scene.words[left[0]].lower in PREPOSITIONS
        return not (opens_quote or is_adverbial)
    if opens_quote or scene.words[right[0]].lower == "that":
        return False
    return scene.words[behind].lower in PREPOSITIONS or scene.words[behind].text in {",", "."}
