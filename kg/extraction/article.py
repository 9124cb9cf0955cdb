"""An article under extraction: its document, its analysis, the names found in it, and the facts read so far."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kg.documents import Document, Span
from kg.extraction.attribution import Draft, read_attributions
from kg.extraction.cast import Cast
from kg.facts import Fact
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
    found: dict[type[Any], tuple[Fact, ...]] = field(default_factory=dict)

    def facts(self, kind: type[F]) -> tuple[F, ...]:
        """Return the facts of a kind that have been read; empty where nothing was."""
        return tuple(fact for fact in self.found.get(kind, ()) if isinstance(fact, kind))

    @cached_property
    def cast(self) -> Cast:
        """Who is mentioned where, read on first use."""
        return Cast(self.document, self.analysis, self.gazetteer, self.matches)

    @cached_property
    def attributions(self) -> tuple[Draft, ...]:
        """Who says what, read on first use: statements and attitudes, before they become facts."""
        return read_attributions(self.document, self.analysis, self.cast)

    def sentences_of(self, span: Span) -> list[Span]:
        """Return the sentences that a span of the document stands in."""
        return [sentence for sentence in self.sentences if sentence.overlaps(span)]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences of the title and the body, in reading order."""
        return tuple(paragraph.span(tokens) for paragraph in self.analysis.paragraphs for tokens in paragraph.sentences)
