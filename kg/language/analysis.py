"""The linguistic view of a document: paragraphs with their tokens, sentences and quotations.

Each paragraph (a title or body block of the layout) is a spaCy `Doc` of its own, whose token offsets begin at the
paragraph; `Paragraph.span` turns them into spans of the document.
"""

from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from kg.documents import Block, Document, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in one paragraph: its span with the quotation marks; ``closed`` says whether its closing mark is there.

    A quotation that goes on in the next paragraph has no closing mark, and the next one opens again: such pieces carry the same ``group``.
    ``scare`` marks a few quoted words that are no sentence (a term, a title, a nickname).
    """

    span: Span
    closed: bool
    group: int
    scare: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A title or body block with its tokens, its sentences and the quotations in it."""

    document: Document
    block: Block
    index: int
    doc: Doc
    quotes: tuple[Quote, ...]

    @property
    def start(self) -> int:
        """The offset of the paragraph's first character in the document."""
        return self.block.span.start

    @property
    def sentences(self) -> tuple[TokenSpan, ...]:
        """The paragraph's sentences, as spaCy spans of its own Doc."""
        return tuple(self.doc.sents)

    def span(self, tokens: TokenSpan) -> Span:
        """Return a run of tokens as a span of the document."""
        return self.document.span(self.start + tokens.start_char, self.start + tokens.end_char)


@dataclass(frozen=True)
class Analysis:
    """A document's title and body paragraphs, in reading order."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
