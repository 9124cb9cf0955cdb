"""What frames the words that are said."""

from dataclasses import dataclass

from kg.extraction.attribution.cues import CueSite
from kg.extraction.coreference import Subject


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its subject and whom that stands for; ``inverted`` where the subject follows the cue.

    ``source`` is the subject of an earlier clause that this cue takes up: "X said ..., adding ...".
    """

    site: CueSite
    subject: Subject | None
    speakers: tuple[str, ...]
    inverted: bool = False
    source: Subject | None = None

    @property
    def named(self) -> Subject | None:
        """The phrase that names who speaks: its own subject, else the one that it takes up."""
        return self.subject or self.source

    @property
    def first(self) -> int:
        """The first word of the subject or of the cue with its auxiliaries."""
        return min(self.site.phrase_first, self.subject.first) if self.subject else self.site.phrase_first

    @property
    def behind(self) -> int:
        """The word behind the cue, or behind the subject that follows it."""
        return max(self.site.last, self.subject.last) if self.inverted and self.subject else self.site.last
