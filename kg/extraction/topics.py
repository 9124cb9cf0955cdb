"""What the words of an article are about: the territories that they name, else the one that the article is about."""

from collections.abc import Sequence
from functools import cached_property

from kg.documents import Span
from kg.extraction.lexicons import words
from kg.extraction.overlaps import Overlaps
from kg.facts import Territory
from kg.gazetteer import Gazetteer
from kg.language import Analysis

_KEEPS_TO = 0.3  # so many of the paragraphs name a territory in an article that is about one
_MOST = 0.6  # so much of the mentions makes a part, rather than the whole, what an article is about
_MARKS = "\"'“”‘’.,;:()"


class Topics:
    """Answers for one article with these territories; ``main`` is the one that it is about, or none."""

    def __init__(self, analysis: Analysis, gazetteer: Gazetteer, territories: tuple[Territory, ...]) -> None:
        self.territories, self._gazetteer = territories, gazetteer
        named = [(span, place) for place, one in enumerate(territories) for span in one.mentions]
        self._owners = [place for _, place in named]
        self._mentions = Overlaps([span for span, _ in named])
        self._bodies = [one.block.span for one in analysis.paragraphs if one.block.kind == "body"]
        self._paragraphs = Overlaps(self._bodies)

    def of(self, content: Sequence[Span]) -> tuple[str, ...]:
        """Return the territories that words concern: those they name, else the territory that the article is about.

        The latter in an article that keeps to a territory, or where the paragraph names one or speaks of disputes.
        """
        named = {self._owners[place] for span in content for place in self._mentions.with_span(span)}
        if named:
            return tuple(self.territories[place].id for place in sorted(named))
        around = {place for span in content for place in self._paragraphs.with_span(span)}
        is_on_topic = self._keeps_to_territories or any(self._concern_dispute[place] for place in around)
        return self.main if is_on_topic else ()

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The smallest territory with most of the mentions, its parts' among them."""
        lines = {one.id: self._line(one.id) for one in self.territories}
        weights = dict.fromkeys(lines, 0)
        for one in self.territories:
            for whole in weights.keys() & lines[one.id]:
                weights[whole] += len(one.mentions)
        heavy = [ident for ident, weight in weights.items() if weight >= _MOST * max(weights.values())]
        best = max(heavy, key=lambda ident: (len(lines[ident]), weights[ident]), default=None)
        return (best,) if best else ()

    def _line(self, ident: str) -> tuple[str, ...]:
        """Return a territory with all that it is part of, the smallest first."""
        return ident, *self._gazetteer.wholes_of(ident)

    @cached_property
    def _naming(self) -> list[bool]:
        """For each paragraph of the body whether it names a territory."""
        return [bool(self._mentions.with_span(body)) for body in self._bodies]

    @cached_property
    def _keeps_to_territories(self) -> bool:
        """Whether so many paragraphs name a territory that the article is about little else."""
        return sum(self._naming) > _KEEPS_TO * len(self._bodies)

    @cached_property
    def _concern_dispute(self) -> list[bool]:
        """For each paragraph of the body whether it names a territory or speaks of disputes."""
        return [named or _speaks_of_dispute(body) for body, named in zip(self._bodies, self._naming, strict=True)]


def _speaks_of_dispute(span: Span) -> bool:
    return any(word.strip(_MARKS).lower() in words("dispute-words") for word in span.text.split())
