"""Who speaks by the layout: "He said:" before a quoted paragraph, a dash and a name behind one, turns of interviews."""

from collections.abc import Iterator

from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.frame import Frame
from kg.extraction.coreference import Bounds, Discourse, Scene, resolve
from kg.extraction.mentions import Mention
from kg.extraction.words import DASHES

_SIGNING = DASHES | {"―"}
_LONGEST_SIGNATURE = 12  # words behind the dash
_SHORTEST_TURN = 3  # words


def read_announced(scene: Scene, lead: Scene, frame: Frame) -> Draft | None:
    """Return the quotation that opens a paragraph as what the frame at the end of the one before announces."""
    if not scene.words or not scene.opens_quote(0):
        return None
    _, last = scene.quote_words(0)
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=frame.speakers,
        source=frame.named.span(lead) if frame.named else None,
        cue=lead.span(frame.site.phrase_first, frame.site.last),
        content=[scene.span(0, last)],
        attitude=False,
        kind=frame.site.cue.kind,
        confidence=0.9,
        quoted=True,
    )


def read_signed(scene: Scene, discourse: Discourse) -> Iterator[Draft]:
    """Yield each quotation that a dash and a name follow: "“...” — Jane Doe"."""
    for at in range(1, len(scene.words) - 1):
        if scene.words[at].text in _SIGNING and scene.closes_quote(at - 1):
            mention = _signature(scene, at + 1)
            if mention:
                yield from _said(scene, discourse, mention, at, scene.quote_words(scene.quoted[at - 1]))


def _signature(scene: Scene, at: int) -> Mention | None:
    """Return the name behind a dash that ends its line."""
    named = (one for one in scene.by_first.get(at, ()) if one.is_name and one.last - at <= _LONGEST_SIGNATURE)
    return next((one for one in named if _ends_line(scene, one.last)), None)


def _ends_line(scene: Scene, at: int) -> bool:
    if at >= len(scene.words):
        return True
    between = scene.paragraph.text[
        scene.words[at - 1].end - scene.paragraph.start : scene.words[at].start - scene.paragraph.start
    ]
    return "\n" in between or (scene.words[at].text == "." and at + 1 >= len(scene.words))


def read_turn(scene: Scene, discourse: Discourse) -> Iterator[Draft]:
    """Yield a paragraph that begins with a name in capitals and a colon as that person's words: "DOE: We ..."."""
    near = min(_LONGEST_SIGNATURE, len(scene.words) - _SHORTEST_TURN)
    colon = next((at for at in range(1, near) if scene.words[at].text == ":"), None)
    if colon is None or not (scene.words[colon - 1].text.isupper() or scene.opens_quote(colon + 1)):
        return
    mention = next((one for one in scene.by_last.get(colon, ()) if one.first <= 1), None)
    if mention and scene.opening <= colon:
        yield from _said(scene, discourse, mention, colon, (colon + 1, len(scene.words)))


def _said(scene: Scene, discourse: Discourse, mention: Mention, cue: int, run: Bounds) -> Iterator[Draft]:
    speakers = resolve(scene, mention, discourse)
    if speakers:
        yield Draft(
            paragraph=scene.paragraph.index,
            speakers=speakers,
            source=mention.span,
            cue=scene.span(cue, cue + 1),
            content=[scene.span(*run)],
            attitude=False,
            kind="say",
            confidence=0.8,
            quoted=scene.quoted[run[0]] >= 0,
        )
