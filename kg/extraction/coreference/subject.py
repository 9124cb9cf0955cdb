"""A phrase of which it is asked whom it means: a mention with all that hangs on it, or several that "and" joins."""

from dataclasses import dataclass

from kg.documents import Span
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
class Subject:
    """The phrase that a verb or noun belongs to: its mentions (joined by "and") and words ``first <= i < last``."""

    mentions: tuple[Mention, ...]
    first: int
    last: int

    def span(self, scene: Scene) -> Span:
        """Return the phrase as a span of the document."""
        return scene.span(self.first, self.last)


def subject_of(mention: Mention) -> Subject:
    """Return a mention as a subject of its own."""
    return Subject((mention,), mention.first, mention.last)
