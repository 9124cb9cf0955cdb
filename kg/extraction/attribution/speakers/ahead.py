"""Subjects of a gerund that opens a sentence: "After saying that the port was shut, the minister left"."""

from kg.extraction.attribution.cues import CueSite
from kg.extraction.coreference import Scene, Subject, subject_of


def subject_ahead(scene: Scene, site: CueSite, first: int, last: int) -> Subject | None:
    """Return the subject behind the comma that ends what a gerund governs, where that opens a sentence's words."""
    if site.phrase_first != first + 1:
        return None
    subjects = (_subject_at(scene, at, last) for at in range(site.last + 1, last) if _is_behind_comma(scene, at))
    return next((subject for subject in subjects if subject), None)


def _is_behind_comma(scene: Scene, at: int) -> bool:
    """Say whether a comma stands right before a word, outside of quotations or as the last of one."""
    before = at - 2 if scene.closes_quote(at - 1) else at - 1
    return scene.words[before].text == "," and scene.quoted[at] < 0


def _subject_at(scene: Scene, at: int, last: int) -> Subject | None:
    """Return the mention that begins at a word, if a finite verb follows it."""
    ahead = (one for one in scene.by_first.get(at, ()) if one.last < last and scene.tree.is_finite(one.last))
    return next(map(subject_of, ahead), None)
