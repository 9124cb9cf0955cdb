"""A paragraph made ready for attribution: its words, which of them are quoted, and the mentions by their places."""

from collections import defaultdict

from kg.documents import Document, Span
from kg.extraction.cast import Cast
from kg.extraction.mentions import Mention
from kg.extraction.words import Word
from kg.language import Paragraph, Quote


class Scene:
    """The words of one paragraph with lookups from word indices to quotations, sentences and mentions."""

    def __init__(self, document: Document, paragraph: Paragraph, cast: Cast) -> None:
        self.document, self.paragraph, self.cast = document, paragraph, cast
        self.words: tuple[Word, ...] = cast.words(paragraph.index)
        self.mentions = cast.mentions(paragraph.index)
        self.quotes = tuple(quote for quote in paragraph.quotes)
        self.quoted = self._quoted_words()
        self.by_last: dict[int, list[Mention]] = defaultdict(list)
        self.by_first: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self.by_last[mention.last].append(mention)
            self.by_first[mention.first].append(mention)

    def _quoted_words(self) -> list[int]:
        """Return for each word the index of the quotation that it stands in, or -1."""
        quoted = [-1] * len(self.words)
        for number, quote in enumerate(self.quotes):
            for at, word in enumerate(self.words):
                if quote.span.start <= word.start and word.end <= quote.span.end:
                    quoted[at] = number
        return quoted

    def quote_of(self, at: int) -> Quote | None:
        """Return the quotation that a word stands in."""
        return self.quotes[self.quoted[at]] if 0 <= at < len(self.words) and self.quoted[at] >= 0 else None

    def opens_quote(self, at: int) -> bool:
        """Say whether a quotation begins with this word."""
        quote = self.quote_of(at)
        return quote is not None and self.words[at].start == quote.span.start

    def closes_quote(self, at: int) -> bool:
        """Say whether a quotation ends with this word."""
        quote = self.quote_of(at)
        return quote is not None and self.words[at].end == quote.span.end

    def quote_words(self, number: int) -> tuple[int, int]:
        """Return the bounds of a quotation's words."""
        inside = [at for at, quoted in enumerate(self.quoted) if quoted == number]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def sentence(self, number: int) -> tuple[int, int]:
        """Return the bounds of a sentence's words."""
        inside = [at for at, word in enumerate(self.words) if word.sentence == number]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def sentences(self) -> list[tuple[int, int]]:
        """Return the bounds of all sentences in order."""
        bounds: dict[int, list[int]] = {}
        for at, word in enumerate(self.words):
            bounds.setdefault(word.sentence, [at, at])[1] = at + 1
        return [(first, last) for first, last in bounds.values()]

    def span(self, first: int, last: int) -> Span:
        """Return words ``first <= i < last`` as a span of the document."""
        return self.document.span(self.words[first].start, self.words[last - 1].end)

    def trimmed(self, first: int, last: int) -> Span | None:
        """Return words as a span without the punctuation around them that belongs to the frame, not to the words."""
        while (
            first < last
            and self.words[first].text in {",", ":", ";", "-", "–", "—", "--", "."}
            and not self.opens_quote(first)
        ):
            first += 1
        while (
            last > first
            and self.words[last - 1].text in {",", ":", ";", ".", "-", "–", "—", "--"}
            and self.quoted[last - 1] < 0
        ):
            last -= 1
        return self.span(first, last) if last > first else None
