"""The phrase that a cue belongs to."""

from dataclasses import dataclass

from kg.documents import Span
from kg.extraction.attribution.scene import Scene
from kg.extraction.mentions import Mention


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrase that a cue belongs to: its mentions (joined by "and") and words ``first <= i < last``."""

    mentions: tuple[Mention, ...]
    first: int
    last: int

    def span(self, scene: Scene) -> Span:
        """Return the phrase as a span of the document."""
        return scene.span(self.first, self.last)


def subject_of(mention: Mention) -> Subject:
    """Return a mention as a subject of its own."""
    return Subject((mention,), mention.first, mention.last)
