"""Speech that somebody passes on: "X quoted Y as saying Z", "X reported, citing Y"."""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.frame import Frame
from kg.extraction.coreference import Bounds, Discourse, Scene, resolve
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE

_RELATIVES = frozenset({"who", "which"})
_CITING = frozenset({"citing", "quoting"})


def read_relay(scene: Scene, discourse: Discourse, frame: Frame, bounds: Bounds) -> list[Draft]:
    """Return the attribution to who relays and, below it, the one to who is relayed; nothing where nothing is said."""
    saying = _saying(scene, frame.site.last, bounds[1])
    run = _said(scene, saying + 1, frame, bounds) if saying else (0, 0)
    span = scene.trimmed(*run)
    if saying is None or span is None:
        return []
    outer = _relaying(scene, frame, span, quoted=scene.quoted[run[0]] >= 0)
    agent = _agent(scene, frame, saying)
    if agent and frame.subject and (agents := resolve(scene, agent, discourse)):
        outer.speakers, outer.source = agents, agent.span
        inner = _relayed(scene, agent, frame.speakers, saying, outer)
        inner.source = frame.subject.span(scene)
        return [outer, inner]
    relayed = None if frame.site.passive else _mention_in(scene, frame.site.last, saying - 1)
    speakers = resolve(scene, relayed, discourse) if relayed else ()
    return [outer, _relayed(scene, relayed, speakers, saying, outer)] if relayed and speakers else [outer]


def read_citations(scene: Scene, discourse: Discourse, bounds: Bounds, verbs: list[Draft]) -> Iterator[Draft]:
    """Yield an attribution to each who is cited in a sentence, below the first that a verb makes there."""
    for at in range(bounds[0] + 1, bounds[1] - 1 if verbs else 0):
        mention = next(iter(scene.by_first.get(at + 1, ())), None)
        if mention is None or scene.quoted[at] >= 0 or scene.words[at].lower not in _CITING:
            continue
        behind = scene.words[mention.last].lower if mention.last < len(scene.words) else ""
        if behind in _RELATIVES or behind in POSSESSIVE:
            continue  # "quoting sources who said": the clause tells what; "citing the union's charter": no words of it
        speakers = resolve(scene, mention, discourse) if mention.kind != "document" else ()
        if speakers and speakers != verbs[0].speakers:
            yield _relayed(scene, mention, speakers, at, verbs[0], confidence=0.75)


def _relaying(scene: Scene, frame: Frame, span: Span, *, quoted: bool) -> Draft:
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=frame.speakers,
        source=frame.named.span(scene) if frame.named else None,
        cue=scene.span(frame.site.phrase_first, frame.site.last),
        content=[span],
        attitude=False,
        kind="relay",
        quoted=quoted,
    )


def _relayed(
    scene: Scene, mention: Mention, speakers: tuple[str, ...], cue: int, outer: Draft, *, confidence: float = 0.9
) -> Draft:
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=speakers,
        source=mention.span,
        cue=scene.span(cue, cue + 1),
        content=list(outer.content),
        attitude=False,
        kind="say",
        layer=outer,
        confidence=confidence,
        quoted=outer.quoted,
    )


def _agent(scene: Scene, frame: Frame, saying: int) -> Mention | None:
    """Return who quotes, of a passive: "was quoted by the agency as saying"."""
    at = frame.site.last
    if not frame.site.passive or scene.words[at].lower != "by":
        return None
    return _mention_in(scene, at + 1, saying - 1)


def _saying(scene: Scene, first: int, last: int) -> int | None:
    """Return the participle of "as saying" among words ``first <= i < last``."""
    behind_as = (at for at in range(first + 1, last) if scene.words[at - 1].lower == "as")
    return next((at for at in behind_as if scene.words[at].lower.endswith("ing")), None)


def _said(scene: Scene, behind: int, frame: Frame, bounds: Bounds) -> Bounds:
    """Return what stands behind "saying", else what stands before the frame."""
    start, stop = bounds
    while behind < stop and scene.words[behind].lower in {"that", ","}:
        behind += 1
    if scene.words[behind - 1].lower == "telling":
        colons = (at for at in range(behind, stop - 1) if scene.words[at].text == ":" and scene.opens_quote(at + 1))
        behind = next(colons, behind - 1) + 1
    is_said = behind < stop and (scene.words[behind].letters or scene.opens_quote(behind))
    return (behind, stop) if is_said else (start, frame.first)


def _mention_in(scene: Scene, first: int, last: int) -> Mention | None:
    inside = (one for at in range(first, last) for one in scene.by_first.get(at, ()) if one.last <= last)
    return next(inside, None)
