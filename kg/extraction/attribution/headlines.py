"""Headlines that name a speaker before a colon: "Tokyo: islands are ours"."""

from collections.abc import Iterator

from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.scene import Scene

_SHORTEST = 2  # words behind the colon


def read_headline(scene: Scene) -> Iterator[Draft]:
    """Yield what a headline lets an actor say: the words before the colon are the actor and nothing else."""
    colon = next((at for at, word in enumerate(scene.words) if word.text == ":"), None)
    if colon is None or colon + _SHORTEST >= len(scene.words) or not _reads_as_said(scene, colon + 1):
        return
    span = scene.trimmed(colon + 1, len(scene.words))
    for mention in scene.by_first.get(0, ()):
        speakers = scene.cast.of(mention)
        if span and speakers and mention.last == colon:
            yield Draft(
                paragraph=scene.paragraph.index,
                speakers=speakers,
                source=mention.span,
                cue=scene.span(colon, colon + 1),
                content=[span],
                attitude=False,
                kind="say",
                confidence=0.6,
            )


def _reads_as_said(scene: Scene, at: int) -> bool:
    return scene.opens_quote(at) or scene.verbs.any_in(at, len(scene.words))
