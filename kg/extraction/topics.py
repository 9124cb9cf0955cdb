"""What the words of an article are about: the territories that they name, else the one that the article is about."""

import re
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
_LOCATION = re.compile(r",?\s+(?:in|of|off|within|on|among|part\s+of)\s+(?:the\s+)?")
_SEA = "sea area"
_NEAR = 600  # characters before words in which a paragraph may have turned to a territory
_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "there"})
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

    def named_in(self, content: Sequence[Span], sentences: Sequence[Span]) -> tuple[str, ...]:
        """Return the territories that words name, else those that their sentences turn to, else those "it" takes up."""
        named = (
            self._named(content) - self._locating(content) or self._turned_to(sentences) or self._carried_over(content)
        )
        return tuple(self.territories[place].id for place in sorted(named))

    def of_article(self, content: Sequence[Span]) -> tuple[str, ...]:
        """Return the territory that the article is about where words that name none still concern it.

        They do in an article that keeps to a territory, or where their paragraph names one or speaks of disputes.
        """
        around = {place for span in content for place in self._paragraphs.with_span(span)}
        is_on_topic = self._keeps_to_territories or any(self._concern_dispute[place] for place in around)
        return self.main if is_on_topic else ()

    def _locating(self, content: Sequence[Span]) -> set[int]:
        """Return the wholes that words name only to say where a part lies: "X Reef, in the Y Islands"."""
        located: set[int] = set()
        others: set[int] = set()
        for span in content:
            last = None
            for found in self._mentions.with_span(span):
                mention, ident = self._mentions.spans[found], self.territories[self._owners[found]].id
                between = span.text[last[1].end - span.start : mention.start - span.start] if last else ""
                is_whole = last is not None and ident in self._line(last[0])[1:]
                (located if is_whole and _LOCATION.fullmatch(between) else others).add(self._owners[found])
                last = ident, mention
        return located - others

    def _turned_to(self, sentences: Sequence[Span]) -> set[int]:
        """Return the territories unlike the article's that sentences name, else a part of that as what they speak of.

        "Asked about" a part turns to it, where the sentences do not name the article's own; "at" a part is a place.
        """
        named = self._named(sentences)
        others = {place for place in named if not self._is_of_main(self.territories[place].id)}
        if others or any(self.territories[place].id in self.main for place in named):
            return others
        mentions = {found for sentence in sentences for found in self._mentions.with_span(sentence)}
        return {
            self._owners[found]
            for found in mentions
            if self._word_before(self._mentions.spans[found]) in words("topic-words")
        }

    def _carried_over(self, content: Sequence[Span]) -> set[int]:
        """Return the territories that "it" or "there" takes up: those that the paragraph turned to, and not back."""
        if not any(word.strip(_MARKS).lower() in _PRONOUNS for span in content for word in span.text.split()):
            return set()
        before = self._before(min(content), _NEAR)
        is_own = any(self.territories[place].id in self.main for place in self._named(before))
        return set() if is_own else self._turned_to(before)

    def _before(self, span: Span, most: int) -> list[Span]:
        """Return at most so many characters before a span in its paragraph."""
        for place in self._paragraphs.with_span(span):
            body = self._bodies[place]
            start = max(body.start, span.start - most)
            if start < span.start:
                return [Span(start, span.start, body.text[start - body.start : span.start - body.start])]
        return []

    def _is_of_main(self, ident: str) -> bool:
        """Say whether a territory is what the article is about, a part of that, or what that is part of."""
        return any(ident in self._line(main) or main in self._line(ident) for main in self.main)

    def _word_before(self, span: Span) -> str | None:
        """Return the word that stands before a mention in its paragraph, articles left out."""
        before = [word for one in self._before(span, _NEAR) for word in one.text.lower().split()[-2:] if word != "the"]
        return before[-1] if before else None

    def _named(self, spans: Sequence[Span]) -> set[int]:
        """Return the places of the territories that spans name."""
        return {self._owners[place] for span in spans for place in self._mentions.with_span(span)}

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The smallest territory with most of the mentions, its parts' among them; none where two have as many."""
        lines = {one.id: self._line(one.id) for one in self.territories}
        weights = dict.fromkeys(lines, 0)
        for one in self.territories:
            for whole in weights.keys() & lines[one.id]:
                weights[whole] += len(one.mentions)
        most = max(weights.values(), default=0)
        first = self._lands([ident for ident, weight in weights.items() if weight == most])
        wholes = [ident for ident in first if all(ident in lines[other] for other in first)]
        heavy = [
            ident
            for ident, weight in weights.items()
            if wholes and weight >= _MOST * most and wholes[0] in lines[ident]
        ]
        return tuple(sorted(heavy, key=lambda ident: (len(lines[ident]), weights[ident]))[-1:])

    def _lands(self, equal: list[str]) -> list[str]:
        """Return of territories with as many mentions those that are no sea, if any: a sea is where islands lie."""
        rows = self._gazetteer.entries
        return [ident for ident in equal if ident not in rows or rows[ident].type != _SEA] or equal

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
        return [named or speaks_of_dispute(body) for body, named in zip(self._bodies, self._naming, strict=True)]


def speaks_of_dispute(span: Span) -> bool:
    """Say whether a word in a span is one of disputes over land and sea."""
    return any(word.strip(_MARKS).lower() in words("dispute-words") for word in span.text.split())
