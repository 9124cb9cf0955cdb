"""An article under extraction: its document, its analysis, the names found in it, and the facts read so far."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any, TypeVar

from kg.documents import Document, Span
from kg.extraction.attribution import Draft, read_attributions, resumptions
from kg.extraction.coreference import Bounds, Cast, References, Scene, Voice
from kg.extraction.overlaps import Overlaps
from kg.extraction.topics import Topics
from kg.extraction.words import Word, span_of
from kg.facts import Fact, Territory
from kg.gazetteer import Gazetteer, Match
from kg.language import Analysis

F = TypeVar("F", bound=Fact)


@dataclass
class Article:
    """What extractors read from; only `extract` adds facts to it."""

    document: Document
    analysis: Analysis
    gazetteer: Gazetteer
    matches: tuple[Match, ...]
    found: dict[type[Any], tuple[Any, ...]] = field(default_factory=dict)
    _topics: Topics | None = field(default=None, init=False, repr=False)

    def facts(self, kind: type[F]) -> tuple[F, ...]:
        """Return the facts of a kind that have been read; empty where nothing was."""
        return self.found.get(kind, ())

    @cached_property
    def cast(self) -> Cast:
        """Who is mentioned where, read on first use."""
        return Cast(self.document, self.analysis, self.gazetteer, self.matches)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The paragraphs with their words, mentions and quotations, made on first use for all who read them."""
        return tuple(Scene(self.document, paragraph, self.cast) for paragraph in self.analysis.paragraphs)

    @cached_property
    def attributions(self) -> tuple[Draft, ...]:
        """Who says what, read on first use: statements and attitudes, before they become facts."""
        return read_attributions(self.scenes)

    @cached_property
    def resumed(self) -> dict[tuple[int, int], Bounds]:
        """Where a clause goes on behind who says it: by paragraph and word, the words before ("Guyana, he said,")."""
        return resumptions(self.scenes, self.attributions)

    def content_in(self, sentence: Span) -> list[Span]:
        """Return the spans of what is said, by whomever, that share words with a sentence."""
        return [self._content.spans[place] for place in self._content.with_span(sentence)]

    @cached_property
    def _content(self) -> Overlaps:
        return Overlaps([span for one in self.attributions for span in one.content])

    @cached_property
    def references(self) -> References:
        """Whom the mentions mean, read on first use once it is known who says what."""
        voices = (
            Voice(
                tuple(one.content),
                one.speakers,
                one.cue or one.content[0],
                heard=one.layer is None and not one.attitude,
            )
            for one in self.attributions
        )
        return References(self.scenes, self.cast, voices)

    @property
    def topics(self) -> Topics:
        """What words are about, by the territories that have been read."""
        territories = self.facts(Territory)
        if self._topics is None or self._topics.territories != territories:
            self._topics = Topics(self.analysis, self.gazetteer, territories, self.matches)
        return self._topics

    def matches_in(self, words: Sequence[Word]) -> tuple[Match, ...]:
        """Return the names of the gazetteer that stand within words of a paragraph."""
        if not words:
            return ()
        first, last = (bisect_left(self._match_starts, offset) for offset in (words[0].start, words[-1].end))
        return tuple(match for match in self.matches[first:last] if match.span.end <= words[-1].end)

    @cached_property
    def _match_starts(self) -> list[int]:
        return [match.span.start for match in self.matches]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences of the title and the body, in reading order."""
        texts = (self.cast.words(paragraph.index) for paragraph in self.analysis.paragraphs)
        sentences = (tuple(run) for text in texts for _, run in groupby(text, key=lambda word: word.sentence))
        return tuple(span_of(self.document.text, words) for words in sentences)

    def sentences_of(self, span: Span) -> list[Span]:
        """Return the sentences that a span of the document stands in."""
        return [self.sentences[place] for place in self._sentence_places.with_span(span)]

    @cached_property
    def _sentence_places(self) -> Overlaps:
        return Overlaps(self.sentences)
