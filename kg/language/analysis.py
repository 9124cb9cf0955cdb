"""The linguistic view of a document: paragraphs with their tokens, sentences and quotations.

Each paragraph (a title or body block of the layout) is a spaCy `Doc` of its own, whose token offsets begin at the
paragraph; `Paragraph.span` turns them into spans of the document.
"""

from __future__ import annotations  # spaCy is named for the types alone: importing this room does not load it

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.documents import Block, Document, Span
from kg.language.tokens import Tokens, read_tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in one paragraph: its span with the quotation marks, and whether its closing mark is there.

    A quotation that goes on in the next paragraph has no closing mark, and the next one opens again: such pieces carry
    the same ``group``. ``scare`` marks a few quoted words that are no sentence (a term, a title, a nickname). ``depth``
    counts the quotations around it.
    """

    span: Span
    closed: bool
    group: int
    scare: bool = False
    depth: int = 0


@dataclass(frozen=True)
class Paragraph:
    """A title or body block with its tokens, its sentences and the quotations in it.

    ``quotes`` do not overlap; a quotation inside another is in ``inner_quotes``.
    """

    document: Document
    block: Block
    index: int
    doc: Doc
    quotes: tuple[Quote, ...]
    inner_quotes: tuple[Quote, ...] = ()

    @property
    def start(self) -> int:
        """The offset of the paragraph's first character in the document."""
        return self.block.span.start

    @property
    def text(self) -> str:
        """The paragraph to the letter, line ends included."""
        return self.block.span.text

    @cached_property
    def tokens(self) -> Tokens:
        """The paragraph's tokens in columns."""
        return read_tokens(self.doc)

    @cached_property
    def sentences(self) -> tuple[TokenSpan, ...]:
        """The paragraph's sentences, as spaCy spans of its own Doc; together they hold all its tokens."""
        return tuple(self.doc.sents)

    @cached_property
    def sentence_spans(self) -> tuple[Span, ...]:
        """The sentences as spans of the document, without white space around them."""
        return tuple(self.span(sentence) for sentence in self.sentences)

    def span(self, tokens: TokenSpan) -> Span:
        """Return a run of tokens as a span of the document, without white space around it."""
        return self.document.trimmed(self.start + tokens.start_char, self.start + tokens.end_char)

    def sentence_at(self, offset: int) -> TokenSpan | None:
        """Return the sentence that holds the document's character at ``offset``; None outside of the paragraph."""
        if not 0 <= offset - self.start < len(self.text) or not self.sentences:
            return None
        starts = self._sentence_starts
        return self.sentences[max(0, bisect_right(starts, offset - self.start) - 1)]

    def quote_at(self, offset: int) -> Quote | None:
        """Return the outermost quotation that holds the document's character at ``offset``, its marks included."""
        at = bisect_right(self._quote_starts, offset) - 1
        return self.quotes[at] if at >= 0 and offset < self.quotes[at].span.end else None

    def inner_quote_at(self, offset: int) -> Quote | None:
        """Return the innermost quotation that holds the document's character at ``offset``."""
        inside = [quote for quote in self.inner_quotes if quote.span.start <= offset < quote.span.end]
        return max(inside, key=lambda quote: quote.depth) if inside else self.quote_at(offset)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start_char for sentence in self.sentences]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.span.start for quote in self.quotes]


@dataclass(frozen=True)
class Analysis:
    """A document's title and body paragraphs, in reading order."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
