"""Headlines that name a speaker: "Tokyo: islands are ours", "Talks to resume in spring - minister"."""

from collections.abc import Iterator

from kg.documents import Span
from kg.extraction.attribution.draft import Draft
from kg.extraction.coreference import Scene
from kg.extraction.mentions import Mention
from kg.extraction.words import DASHES

_OF_AUTHORS = frozenset({"by", "from"})
_LONGEST_KICKER = 6  # words, the colon among them
_SHORTEST = 2  # words of what is said


def read_headline(scene: Scene) -> Iterator[Draft]:
    """Yield what a headline lets an actor say: before its first colon, or behind its last dash, stands nothing else."""
    draft = _before_colon(scene) or _behind_dash(scene)
    if draft:
        yield draft


def _before_colon(scene: Scene) -> Draft | None:
    colon = next((at for at, word in enumerate(scene.words) if word.text == ":"), None)
    if colon is None or colon + _SHORTEST >= len(scene.words) or not _reads_as_said(scene, colon + 1):
        return None
    content = scene.trimmed(colon + 1, len(scene.words))
    for mention in (*scene.by_first.get(0, ()), *scene.by_last.get(colon, ())):
        speakers = scene.cast.of(mention)
        if content and speakers and _heads(scene, mention, colon):
            return _draft(scene, speakers, mention.span, colon, content)
    return None


def _heads(scene: Scene, mention: Mention, colon: int) -> bool:
    """Say whether a name before a colon is who says what follows: "Tokyo:", "Tokyo on fish:", "Plea from Tokyo: '"."""
    if mention.first == 0:
        return mention.last == colon or scene.words[mention.last].lower == "on"
    return scene.words[mention.first - 1].lower in _OF_AUTHORS and scene.opens_quote(colon + 1)


def source_behind_dash(scene: Scene) -> Mention | None:
    """Return who ends a headline behind its last dash or colon; behind a dash a name may be the outlet's."""
    if scene.paragraph.block.kind == "body":
        return None
    mark = max((at for at, word in enumerate(scene.words) if word.text in DASHES or word.text == ":"), default=0)
    if mark < _SHORTEST:
        return None
    ends = (one for one in scene.by_first.get(mark + 1, ()) if one.last == len(scene.words))
    is_colon = scene.words[mark].text == ":"
    return next((one for one in ends if one.form == "role" or (is_colon and scene.cast.of(one))), None)


def behind_kicker(scene: Scene) -> int:
    """Return the word behind what only names the matter of a headline: "Rock dispute: Oslo rejects"; else 0."""
    near = range(1, min(_LONGEST_KICKER, len(scene.words)) if scene.paragraph.block.kind != "body" else 1)
    colon = next((at for at in near if scene.words[at].text == ":"), None)
    if colon is None or scene.verbs.any_in(0, colon) or scene.quoted[colon - 1] >= 0 or _before_colon(scene):
        return 0
    return colon + 1 if colon + _SHORTEST < len(scene.words) else 0


def _behind_dash(scene: Scene) -> Draft | None:
    mention = source_behind_dash(scene)
    content = scene.trimmed(0, mention.first - 1) if mention else None
    if mention is None or content is None:
        return None
    speakers = scene.cast.of(mention) or (scene.cast.unnamed(mention),)
    return _draft(scene, speakers, mention.span, mention.first - 1, content)


def _draft(scene: Scene, speakers: tuple[str, ...], source: Span, cue: int, content: Span) -> Draft:
    return Draft(
        paragraph=scene.paragraph.index,
        speakers=speakers,
        source=source,
        cue=scene.span(cue, cue + 1),
        content=[content],
        attitude=False,
        kind="say",
        confidence=0.6,
    )


def _reads_as_said(scene: Scene, at: int) -> bool:
    return scene.opens_quote(at) or scene.verbs.any_in(at, len(scene.words))
