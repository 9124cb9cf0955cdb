"""Speech that a quotation reports: "At the same time, the premier said that ..." in somebody's words."""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.attribution.contents import Content, find_content
from kg.extraction.attribution.cues import CueSite, find_cues
from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.frame import Frame
from kg.extraction.attribution.speakers import subject_before
from kg.extraction.coreference import Bounds, Discourse, Scene, resolve
from kg.extraction.words import LONGEST_SENTENCE


def read_nested(scene: Scene, discourse: Discourse, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the speech within the quotations of a paragraph's attributions."""
    outer = _holders(scene, drafts)
    for number in sorted(outer):
        for bounds in _sentences(scene, scene.quote_words(number)):
            for site in find_cues(scene, *bounds, inside=number):
                draft = _read(scene, discourse, site, bounds)
                if draft:
                    draft.layer = outer[number]
                    yield draft


def _holders(scene: Scene, drafts: list[Draft]) -> dict[int, Draft]:
    """Return for each quotation by number the first attribution that it is content of."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        for span in draft.content:
            for number in scene.quotes_in(span):
                found.setdefault(number, draft)
    return found


def _sentences(scene: Scene, quotation: Bounds) -> Iterator[Bounds]:
    """Yield the sentences within a quotation's words."""
    first, last = quotation
    begin = first
    for at in range(first, last):
        if scene.words[at].text in {".", "?", "!"} or at == last - 1 or at - begin == LONGEST_SENTENCE:
            yield begin, at + 1
            begin = at + 1


def _read(scene: Scene, discourse: Discourse, site: CueSite, bounds: Bounds) -> Draft | None:
    if site.form != "finite" or site.passive or site.cue.attitude:
        return None
    subject = subject_before(scene, site, bounds[0], inside=scene.quoted[site.first])
    if subject is None or any(mention.form == "pronoun" for mention in subject.mentions):
        return None
    frame = Frame(site, subject, resolve(scene, subject, discourse))
    spans = _said(scene, frame, bounds) if frame.speakers else []
    if not spans:
        return None
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=frame.speakers,
        source=subject.span(scene),
        cue=scene.span(site.phrase_first, site.last),
        content=spans,
        attitude=False,
        kind=site.cue.kind,
        confidence=0.7,
    )


def _said(scene: Scene, frame: Frame, bounds: Bounds) -> list[Span]:
    """Return what is said behind the cue, without the quotation's own mark and a comma or full stop before that."""
    first, last = bounds
    end = last - 1 if scene.closes_quote(last - 1) else last
    content = find_content(scene, frame, first, end) or Content(())
    behind = [scene.span(*run) for run in content.runs if run[1] > run[0] >= frame.site.last]
    return [scene.document.trimmed(span.start, span.end - span.text.endswith((",", "."))) for span in behind]
