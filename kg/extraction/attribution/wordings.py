"""Whose words or view it is by a phrase beside the clause: "a 'disgrace', in his words", "In the view of Peru, ..."."""

from collections.abc import Iterator

from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.noun_cues import owner_before
from kg.extraction.coreference import Bounds, Discourse, Scene, Subject, possessor, resolve, subject_of
from kg.extraction.words import POSSESSIVE

_WORDS = frozenset({"words", "telling", "phrase", "eyes"})  # what is in them is quoted
_VIEWS = frozenset({"view", "opinion", "estimation", "judgment", "judgement"})
_OWNED = _WORDS | _VIEWS
_SHORTEST = 2  # words


def read_wordings(scene: Scene, discourse: Discourse, bounds: Bounds, verbs: list[Draft]) -> Iterator[Draft]:
    """Yield what a sentence gives in somebody's words or view; what a verb attributes already is not read again."""
    for at in range(bounds[0] + 2, bounds[1]):
        if scene.words[at].lower in _OWNED and scene.quoted[at] < 0:
            draft = _read(scene, discourse, at, bounds)
            if draft and not any(
                one.holds(span) or span.contains(one.content[0]) for one in verbs for span in draft.content
            ):
                yield draft


def _read(scene: Scene, discourse: Discourse, noun: int, bounds: Bounds) -> Draft | None:
    found = _owned(scene, discourse, noun, bounds) or _of_owner(scene, discourse, noun, bounds)
    if found is None:
        return None
    speakers, source, (first, last) = found
    runs = _said(scene, (first, last), bounds)
    spans = [span for run in runs if (span := scene.trimmed(*run))]
    quoted = any(scene.quotations.any_in(*run) for run in runs)
    is_view = scene.words[noun].lower in _VIEWS
    if not speakers or not spans or not (quoted or (is_view and scene.verbs.any_in(*runs[-1]))):
        return None
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=speakers,
        source=source.span(scene),
        cue=scene.span(noun, noun + 1),
        content=spans,
        attitude=is_view,
        kind="say",
        confidence=0.8,
        quoted=quoted,
        runs=runs,
    )


_Found = tuple[tuple[str, ...], Subject, Bounds]


def _owned(scene: Scene, discourse: Discourse, noun: int, bounds: Bounds) -> _Found | None:
    """Read "in his words", "in the mayor's own words": the owner, and the phrase from "in" on."""
    mark = owner_before(scene, noun, bounds[0])
    if mark is None:
        return None
    if scene.words[mark].text in POSSESSIVE:
        owners = (one for one in scene.by_last.get(mark, ()) if scene.words[one.first - 1].lower == "in")
        subject = next(map(subject_of, owners), None)
        return None if subject is None else (resolve(scene, subject, discourse), subject, (subject.first - 1, noun + 1))
    if mark <= bounds[0] or scene.words[mark - 1].lower != "in":
        return None
    speakers = possessor(scene, noun, scene.words[mark].lower, discourse)
    return speakers, Subject((), mark, mark + 1), (mark - 1, noun + 1)


def _of_owner(scene: Scene, discourse: Discourse, noun: int, bounds: Bounds) -> _Found | None:
    """Read "in the words of Jane Doe"."""
    before = tuple(word.lower for word in scene.words[max(noun - 2, bounds[0]) : noun])
    if before != ("in", "the") or noun + 2 >= bounds[1] or scene.words[noun + 1].lower != "of":
        return None
    owners = (one for one in scene.by_first.get(noun + 2, ()) if one.last <= bounds[1] and one.form != "pronoun")
    subject = next(map(subject_of, owners), None)
    return None if subject is None else (resolve(scene, subject, discourse), subject, (noun - 2, subject.last))


def _said(scene: Scene, phrase: Bounds, bounds: Bounds) -> list[Bounds]:
    """Return the clause that a phrase belongs to: behind it where it opens the sentence, else before and around it."""
    (first, last), (start, stop) = phrase, bounds
    behind = last + 1 if last < stop and scene.words[last].text == "," else last
    is_set_in = behind > last and scene.words[first - 1].text == ","
    runs = [(start, first)] if first - start >= _SHORTEST else []
    if not runs or is_set_in:
        runs.append((behind, stop))
    return [run for run in runs if run[1] - run[0] >= _SHORTEST]
