"""Nouns of saying with a clause of their own: "Spain's claim that", "a promise by X to"."""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.attribution.contents import takes_up
from kg.extraction.attribution.cues import CueSite
from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.noun_cues import find_noun_cues, opens_clause, owner_before, quote_of_noun
from kg.extraction.attribution.speakers import owner_of
from kg.extraction.attribution.speakers.parsed import subject_near
from kg.extraction.coreference import Bounds, Discourse, Scene, Subject, possessor, resolve
from kg.extraction.lexicons import noun_cues

_NEAR = 25  # characters: so close behind its verb a noun of saying is the verb's object
_SHORTEST = 3  # words of a clause
_ENDS = frozenset({",", ";", "–", "—"})
_FARTHEST_BEFORE_COLON = 4  # words


def announcing_noun(scene: Scene, discourse: Discourse, bounds: Bounds) -> Frame | None:
    """Return the frame of a noun of saying before the colon that ends a sentence: "made the following comment:"."""
    first, last = bounds
    near = range(last - 2, max(first, last - 2 - _FARTHEST_BEFORE_COLON), -1)
    noun = next((at for at in near if scene.words[at].lower in noun_cues()), None)
    verb = scene.tree.heads[noun] if noun is not None else None
    if noun is None or verb is None or not scene.tree.is_verb(verb):
        return None
    subject = subject_near(scene, verb, first)
    speakers = resolve(scene, subject, discourse) if subject else ()
    site = CueSite(verb, last, noun_cues()[scene.words[noun].lower], "noun", phrase_first=verb)
    return Frame(site, subject, speakers) if speakers and verb < noun else None


class NounReader:
    """Reads the nouns of saying of one sentence."""

    def __init__(self, scene: Scene, discourse: Discourse, bounds: Bounds) -> None:
        self._scene, self._discourse = scene, discourse
        self._first, self._last = bounds

    def read(self, frames: list[Frame], verbs: list[Draft]) -> Iterator[Draft]:
        """Yield an attribution for each noun; one that a verb governs is told by the verb's.

        Args:
            frames: those of the sentence.
            verbs: what the verbs of the sentence attribute.
        """
        for site in find_noun_cues(self._scene, self._first, self._last, inside=-1):
            draft = None if self._is_governed(site, verbs) else self._draft(site, frames)
            if draft:
                draft.layer = next((one for one in verbs if one.holds(draft.content[0])), None)
                yield draft

    def _is_governed(self, site: CueSite, verbs: list[Draft]) -> bool:
        is_clause = self._scene.words[min(site.last, self._last - 1)].lower == "that"
        if is_clause and self._scene.tree.relation(site.first) in {"nsubj", "ccomp"}:
            return False  # "said his claim that they had left was a lie": the clause is about the claim
        noun = self._scene.words[site.first].start
        return any(draft.cue and 0 <= noun - draft.cue.end < _NEAR for draft in verbs)

    def _draft(self, site: CueSite, frames: list[Frame]) -> Draft | None:
        scene, owner = self._scene, owner_of(self._scene, site, self._first, self._last)
        speakers = resolve(scene, owner, self._discourse) if owner else self._possessor(site, frames)
        run = self._said(site, owner) if speakers else None
        span = scene.trimmed(*run) if run else None
        if span is None or run is None:
            return None
        return Draft(
            paragraph=scene.paragraph.index,
            speakers=speakers,
            source=owner.span(scene) if owner else self._pronoun(site),
            cue=scene.span(site.first, site.last),
            content=[span],
            attitude=site.cue.attitude,
            kind=site.cue.kind,
            confidence=0.7,
            quoted=scene.quotations.any_in(*run),
        )

    def _said(self, site: CueSite, owner: Subject | None) -> Bounds | None:
        """Return the clause or quotation that tells what a noun says."""
        opening = self._opening(max(site.last, owner.last if owner else 0))
        if opening is not None:
            return opening, self._end(site, opening)
        return quote_of_noun(self._scene, site.first, self._last)

    def _opening(self, behind: int) -> int | None:
        """Return where the clause begins: with "that" or "to"."""
        is_clause = behind < self._last and opens_clause(self._scene, behind, self._last)
        return behind if is_clause and not takes_up(self._scene, behind, self._last) else None

    def _end(self, site: CueSite, first: int) -> int:
        """Return where the clause ends: by the parse, else at a comma or dash outside of quotations, or with all."""
        tree = self._scene.tree
        for clause in tree.children(site.first, "acl", "ccomp", "xcomp"):
            if tree.bounds(clause)[0] == first:
                return self._unsplit(min(tree.bounds(clause)[1], self._last))
        for at in range(first + _SHORTEST, self._last):
            if self._scene.words[at].text in _ENDS and self._scene.quoted[at] < 0:
                return at
        return self._last

    def _unsplit(self, end: int) -> int:
        """Let a clause that ends where a quotation opens, or within it, take the whole of it."""
        number = self._scene.quoted[end] if end < self._last else -1
        return end if number < 0 else self._scene.quote_words(number)[1]

    # "his", "her", "its", "their" ------------------------------------------------------------------------------

    def _possessor(self, site: CueSite, frames: list[Frame]) -> tuple[str, ...]:
        pronoun, speakers = self._pronoun(site).text.lower(), frames[0].speakers if frames else None
        return possessor(self._scene, site.first, pronoun, self._discourse, speakers)

    def _pronoun(self, site: CueSite) -> Span:
        at = owner_before(self._scene, site.first, self._first)
        return self._scene.span(site.first - 1, site.first) if at is None else self._scene.span(at, at + 1)
