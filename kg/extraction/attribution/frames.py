"""Cues of a sentence that have a subject, and so frame what is said."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.attribution.contents import find_content
from kg.extraction.attribution.cues import CueSite, find_cues
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.scene import Bounds, Scene
from kg.extraction.attribution.speakers import Discourse, Subject, is_attached, resolve, subject_after, subject_before
from kg.extraction.attribution.speakers.subject import subject_of
from kg.extraction.mentions import Mention

_CONJOINING = frozenset({"and", "but", "or", ","})
_BEFORE_PARTICIPLES = frozenset({"and", "but", "by", "in", "after", "while", "as"})
_INHERITING = frozenset({",", "and", "as", "in", "by", "after", "while"})
_CONTENTLESS = frozenset({"relay", "source"})  # kinds of cues whose content is read in another way
_PLURAL_PRONOUNS = frozenset({"they", "we", "i", "who"})
_PLURAL_ENDS = ("s", "people", "police", "media")
_PLURAL_OPENINGS = ("both", "many", "most", "some")
_FARTHEST_AS = 6  # words from "quoted" to "as"


class FrameReader:
    """Reads the frames of one sentence; ``found`` are those so far."""

    def __init__(self, scene: Scene, discourse: Discourse, bounds: Bounds) -> None:
        self._scene, self._discourse = scene, discourse
        self._first, self._last = bounds
        self._found: list[Frame] = []

    def read(self) -> list[Frame]:
        """Return the frames of the sentence in order; a cue that governs nothing at all is none."""
        for site in find_cues(self._scene, self._first, self._last, inside=-1):
            frame = self._frame(site)
            if frame and self._governs(frame):
                self._found.append(frame)
        return self._found

    def _governs(self, frame: Frame) -> bool:
        if frame.site.cue.kind in _CONTENTLESS:
            return True
        return find_content(self._scene, frame, self._first, self._last) is not None

    def _frame(self, site: CueSite) -> Frame | None:
        if site.form == "source":
            return self._framed(site, subject_after(self._scene, site, self._last), inverted=True)
        if site.form == "participle":
            return self._participle(site)
        return self._passive(site) if site.passive else self._finite(site)

    def _framed(self, site: CueSite, subject: Subject | None, *, inverted: bool = False) -> Frame | None:
        """Return the frame of a cue and its subject, if that stands for somebody."""
        speakers = resolve(self._scene, subject, self._discourse) if subject else ()
        return Frame(site, subject, speakers, inverted) if speakers else None

    # verbs -----------------------------------------------------------------------------------------------------

    def _finite(self, site: CueSite) -> Frame | None:
        """Read "X said", "said X" and "and said"."""
        before = self._subject_before(site)
        subject = before or (subject_after(self._scene, site, self._last) if self._may_be_inverted(site) else None)
        if subject is None:
            return self._continued(site)
        if site.form == "base" and not _is_plural(subject):
            return None
        return self._framed(site, subject, inverted=before is None)

    def _passive(self, site: CueSite) -> Frame | None:
        """Read "was told by X that" (X speaks) and "was quoted as saying" (the subject speaks)."""
        behind = self._scene.words[site.last : site.last + _FARTHEST_AS]
        if site.cue.kind == "relay" and any(word.lower == "as" for word in behind):
            return self._framed(site, self._subject_before(site))
        if site.last < self._last and behind[0].lower == "by":
            moved = replace(site, last=site.last + 1)
            return self._framed(moved, subject_after(self._scene, moved, self._last), inverted=True)
        return None

    def _participle(self, site: CueSite) -> Frame | None:
        """Read "with the group saying" and ", adding that"; "as saying" belongs to the relaying verb before it."""
        is_relayed = site.first > self._first and self._scene.words[site.first - 1].lower == "as"
        if is_relayed or (self._found and self._found[-1].site.last == site.first):
            return None
        subject = self._subject_before(site) if self._may_have_subject(site) else None
        return self._framed(site, subject) if subject else self._continued(site)

    def _subject_before(self, site: CueSite) -> Subject | None:
        return subject_before(self._scene, site, self._first, inside=-1)

    def _may_be_inverted(self, site: CueSite) -> bool:
        """Say whether a verb stands right behind what it frames: behind a mark, a quotation, or first."""
        before = site.first - 1
        follows = before < self._first or self._scene.quoted[before] >= 0
        return site.first == site.phrase_first and (follows or self._scene.words[before].text in {",", "?", "!"})

    def _may_have_subject(self, site: CueSite) -> bool:
        if site.phrase_first == self._first:
            return False
        before = self._scene.words[site.phrase_first - 1]
        return before.letters and before.lower not in _BEFORE_PARTICIPLES

    # who goes on speaking --------------------------------------------------------------------------------------

    def _continued(self, site: CueSite) -> Frame | None:
        """Read ", adding that", "and said", "by saying": who spoke goes on, or the subject of the sentence."""
        before = self._scene.words[site.phrase_first - 1].lower if site.phrase_first > self._first else ""
        if site.form != "participle" and before not in _CONJOINING:
            return None
        if self._found and not self._found[-1].site.passive:
            return Frame(site, None, self._found[-1].speakers)
        if site.form == "participle" and before not in _INHERITING and not self._scene.words[site.first].opens:
            return None
        resolved = (resolve(self._scene, subject_of(mention), self._discourse) for mention in self._heads_before(site))
        speakers = next((actors for actors in resolved if actors), ())
        return Frame(site, None, speakers) if speakers else None

    def _heads_before(self, site: CueSite) -> list[Mention]:
        """Return the subjects before a cue in its sentence; where none shows as such, what hangs on nothing."""
        before = list(self._mentions_before(site))
        subjects = [one for one in before if self._scene.cast.is_subject(one)]
        return subjects or [one for one in before if not is_attached(self._scene, one)]

    def _mentions_before(self, site: CueSite) -> Iterator[Mention]:
        for one in self._scene.mentions_in(self._scene.words[self._first].sentence):
            if one.last <= site.first and self._scene.quoted[one.first] < 0:
                yield one


def _is_plural(subject: Subject) -> bool:
    """Say whether a subject is plural, so that a base form behind it is a verb ("officials say", "they claim")."""
    mention, several = subject.mentions[0], len(subject.mentions) > 1
    head = mention.head.text.lower()
    if several or mention.form == "pronoun":
        return several or head in _PLURAL_PRONOUNS
    return mention.plural or head.endswith(_PLURAL_ENDS) or mention.span.text.lower().startswith(_PLURAL_OPENINGS)
